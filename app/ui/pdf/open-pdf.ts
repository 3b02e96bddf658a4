// A PDF that is open in the browser. What show-pdf.ts and draw-pdf.enhancer.ts, loaded apart from one another, agree on.

export interface OpenPdf {
  readonly pages: number;
  /** Draws page `number`, from 1, as wide as `width` CSS pixels times `zoom`. */
  draw(canvas: HTMLCanvasElement, number: number, width: number, zoom: number): Promise<void>;
}

/** Left on `globalThis` by draw-pdf.enhancer.ts. */
export interface PdfOpener {
  openPdf(data: ArrayBuffer): Promise<OpenPdf>;
}
