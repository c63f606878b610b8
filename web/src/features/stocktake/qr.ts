import qrcode from "qrcode-generator";

// The labels are UTF-8, whatever the device ids of a city are made of.
qrcode.stringToBytes = (text) => [...new TextEncoder().encode(text)];

/** The dark squares of a QR code as the path of an SVG, and how many squares it has on a side; without quiet zone. */
export function qrPath(text: string): { path: string; size: number } {
  const code = qrcode(0, "M");
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  let path = "";
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!code.isDark(y, x)) continue;
      let width = 1;
      while (x + width < size && code.isDark(y, x + width)) width++;
      path += `M${x} ${y}h${width}v1h-${width}z`;
      x += width - 1;
    }
  }
  return { path, size };
}
