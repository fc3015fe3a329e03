import type uPlot from 'uplot';

/** A stretch of time that is marked behind the bars, in milliseconds since 1970. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  /** A CSS value. */
  readonly color: string;
}

/** Marks stretches of time, each with its name, before the bars are drawn on them. */
export function drawBands(chart: uPlot, bands: readonly Band[], color: (css: string) => string) {
  const { ctx, bbox } = chart;
  for (const band of bands) {
    const place = (millis: number) => {
      const x = chart.valToPos(millis / 1000, 'x', true);
      return Math.min(Math.max(x, bbox.left), bbox.left + bbox.width);
    };
    const left = place(band.from);
    const width = place(band.to) - left;
    if (width <= 0) continue;
    ctx.save();
    ctx.fillStyle = color(band.color);
    ctx.globalAlpha = 0.14;
    ctx.fillRect(left, bbox.top, width, bbox.height);
    ctx.globalAlpha = 1;
    ctx.fillRect(left, bbox.top, width, 2 * devicePixelRatio);
    ctx.font = `600 ${11 * devicePixelRatio}px system-ui, sans-serif`;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'bottom';
    ctx.fillText(band.name, left, bbox.top - devicePixelRatio, width);
    ctx.restore();
  }
}
