// A card is for a thing with its own actions; sections of a page are separated by space and a hairline.

import { type Attributes, classes } from "./attributes.ts";

export type CardProps = Attributes<"section"> & { /** 20 px inside; off when the parts inside bring their own. */ padded?: boolean };

export function Card({ padded = true, className, ...rest }: CardProps) {
  return <section className={classes("card", padded && "card--padded", className)} {...rest} />;
}
