import jsQR from "jsqr";
import { describe, expect, it } from "vitest";
import { qrPath } from "./qr";

const scale = 4;
const quiet = 4;

/** The picture that the path draws, as a camera sees it: read by another program than the one that wrote it. */
function pictureOf(text: string) {
  const { path, size } = qrPath(text);
  const side = (size + 2 * quiet) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = 0; row < scale; row++) {
      for (let column = 0; column < Number(width) * scale; column++) {
        const at = (((Number(y) + quiet) * scale + row) * side + (Number(x) + quiet) * scale + column) * 4;
        pixels.fill(0, at, at + 3);
      }
    }
  }
  return { pixels, side };
}

describe("qrPath", () => {
  it.each(["D-0001", "01a22857-abed-7001-943e-9c523e8b3a5b", "機器0001", "x".repeat(100)])("%s", (text) => {
    const { pixels, side } = pictureOf(text);
    expect(jsQR(pixels, side, side)?.data).toBe(text);
  });
});
