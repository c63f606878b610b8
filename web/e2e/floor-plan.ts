import type { Page } from "@playwright/test";

const drawing = `
  <style>body{margin:0} svg{display:block}</style>
  <svg width="960" height="540" viewBox="0 0 960 540" font-family="sans-serif" font-size="22" fill="none" stroke="#222" stroke-width="4">
    <rect x="10" y="10" width="940" height="520" fill="#fff"/>
    <path d="M10 170H690M690 10V360M690 360H950M420 170V10"/>
    <rect x="60" y="400" width="560" height="40"/>
    <g fill="#222" stroke="none">
      <text x="150" y="100">執務室</text><text x="500" y="100">書庫</text>
      <text x="770" y="190">相談室</text><text x="270" y="427">カウンター</text><text x="770" y="460">待合</text>
    </g>
  </svg>`;

/** A picture of a floor, drawn by the browser. */
export async function floorPlan(page: Page): Promise<Buffer> {
  const board = await page.context().newPage();
  await board.setViewportSize({ width: 960, height: 540 });
  await board.setContent(drawing);
  const picture = await board.screenshot();
  await board.close();
  return picture;
}
