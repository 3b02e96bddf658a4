// A link that looks like a button: goes somewhere, changes nothing.

import { type Attributes, classes } from "./attributes.ts";
import { type ButtonLook, buttonClass } from "./button.tsx";
import { Icon } from "./icon.tsx";

export type LinkButtonProps = ButtonLook & Attributes<"a"> & { href: string };

export function LinkButton({ tone, large, icon, iconAfter, className, children, ...rest }: LinkButtonProps) {
  return (
    <a className={classes(buttonClass({ tone, large }), className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </a>
  );
}
