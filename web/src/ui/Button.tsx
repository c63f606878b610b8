import type { ComponentProps } from "react";

type Look = "solid" | "outline" | "text" | "danger";
type Size = "lg" | "md" | "sm";

/** The look of a button for elements that are not one: `<Link {...buttonLook("solid")} to="…">`. */
export const buttonLook = (look: Look, size: Size = "md") =>
  ({ className: "button", "data-look": look, "data-size": size }) as const;

interface Props extends Omit<ComponentProps<"button">, "className"> {
  look?: Look;
  size?: Size;
  busy?: boolean;
}

export function Button({
  look = "outline",
  size = "md",
  busy = false,
  type = "button",
  onClick,
  ...rest
}: Props) {
  return (
    <button
      {...rest}
      {...buttonLook(look, size)}
      type={type}
      aria-disabled={busy || rest["aria-disabled"]}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    />
  );
}
