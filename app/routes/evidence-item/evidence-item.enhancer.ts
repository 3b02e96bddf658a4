// Draws the document's pages in place when they are asked for.
import { offerPdfs } from "#app/ui/pdf/show-pdf.ts";

offerPdfs();
