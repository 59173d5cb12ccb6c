/* Hills: a picture of light, shade and height, laid over the land in the theme's colours. */
// needs: arithmetic/mercator
/** @typedef {import("../arithmetic/mercator.js").Window} Window
 * @typedef {{width: number, height: number, steps: Uint16Array}} Read
 * @typedef {{colours: Colours, picture: HTMLCanvasElement | ImageBitmap, plain: boolean}} Tinted
 * @typedef {{relief: (stage: Stage, told?: Relief | null) => {paint: import("./shapes.js").Over}}} Gives */
(function (L) {
  "use strict";

  const { project, turns } = L.journey.mercator;
  const HEIGHTS = 32; // steps of height that are told apart, for each of 256 steps of light and shade
  const PIXELS = 65536; // that are worked on at a stretch, so that no frame waits
  const OFF = 8; // steps of luma by which a corner of the picture may differ from flat land
  const LARGE = 2200; // pixels of width from which a picture is not made larger, which would take much memory

  // How strong the relief is drawn at a zoom, 0..1.
  /** @type {(strengths: [number, number][], zoom: number) => number} */
  const strength = (strengths, zoom) => {
    const next = strengths.findIndex(([at]) => at > zoom);
    if (next === 0) return strengths[0][1];
    if (next < 0) return strengths[strengths.length - 1][1];
    const [[from, before], [to, after]] = [strengths[next - 1], strengths[next]];
    return before + ((after - before) * (zoom - from)) / (to - from);
  };

  // Red, green, blue and strength, 0..1, of #rrggbbaa.
  /** @type {(colour: string) => number[]} */
  const parts = (colour) => [1, 3, 5, 7].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);

  // The colour of each step: light or shade lies over height. As bytes: red, green, blue, strength.
  /** @type {(colours: Colours, levels: [number, number, number]) => Uint32Array} */
  const table = ({ shade, shine, height }, [flat, depth]) => {
    const [dark, light, high] = [shade, shine, height].map(parts);
    const bytes = new Uint8ClampedArray(4 * 256 * HEIGHTS);
    for (let luma = 0; luma < 256; luma += 1) {
      const side = luma < flat ? dark : light;
      const over = side[3] * Math.min(1, Math.abs(luma - flat) / depth);
      for (let step = 0; step < HEIGHTS; step += 1) {
        const under = (high[3] * step * (1 - over)) / (HEIGHTS - 1);
        const at = 4 * (luma * HEIGHTS + step);
        [0, 1, 2].forEach((i) => { bytes[at + i] = (255 * (side[i] * over + high[i] * under)) / (over + under || 1); });
        bytes[at + 3] = 255 * (over + under);
      }
    }
    return new Uint32Array(bytes.buffer);
  };

  // Calls act(row, rows) for all of a picture, a few rows at a time.
  /** @type {(stage: Stage, width: number, height: number, act: (row: number, rows: number) => void) => Promise<void>} */
  const stretches = (stage, width, height, act) => new Promise((resolve, reject) => {
    const rows = Math.max(1, Math.floor(PIXELS / width));
    /** @type {(row: number) => void} */
    const go = (row) => {
      try {
        act(row, Math.min(rows, height - row));
      } catch (fault) {
        reject(fault);
      }
      if (row + rows < height) stage.after(0, () => go(row + rows));
      else resolve();
    };
    go(0);
  });

  /** @type {(width: number, height: number) => {canvas: HTMLCanvasElement, context: CanvasRenderingContext2D}} */
  const blank = (width, height) => {
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    return { canvas, context: /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true })) };
  };

  // The picture's pixels as steps of the table. A browser that gives false pixels, lest it be recognised, is found out by a corner.
  /** @type {(stage: Stage, told: Relief) => Promise<Read>} */
  const read = async (stage, { data, url, levels: [flat, , tint] }) => {
    const image = new Image();
    image.src = data ? `data:image/webp;base64,${data}` : `${url}`;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const decoded = await createImageBitmap(image);
    const steps = new Uint16Array(width * height);
    const { canvas, context } = blank(width, Math.floor(PIXELS / width));
    await stretches(stage, width, height, (row, rows) => {
      canvas.height = rows;
      context.drawImage(decoded, 0, -row);
      const { data: bytes } = context.getImageData(0, 0, width, rows);
      for (let at = 0, i = row * width; at < bytes.length; at += 4, i += 1) {
        const luma = (77 * bytes[at] + 150 * bytes[at + 1] + 29 * bytes[at + 2] + 128) >> 8;
        const high = (bytes[at] - bytes[at + 2]) / tint;
        steps[i] = luma * HEIGHTS + Math.round((HEIGHTS - 1) * Math.max(0, Math.min(1, high)));
      }
    });
    decoded.close();
    const last = [0, width - 1, steps.length - width, steps.length - 1];
    if (last.some((at) => Math.abs(steps[at] / HEIGHTS - flat) > OFF)) throw new Error("no relief");
    return { width, height, steps };
  };

  // The picture in those colours, smoothly made larger where that takes little memory.
  /** @type {(stage: Stage, read: Read, colours: Colours, levels: [number, number, number]) => Promise<HTMLCanvasElement | ImageBitmap>} */
  const tint = async (stage, { width, height, steps }, colours, levels) => {
    const { canvas, context } = blank(width, height);
    const inks = table(colours, levels);
    await stretches(stage, width, height, (row, rows) => {
      const pixels = context.createImageData(width, rows);
      const bytes = new Uint32Array(pixels.data.buffer);
      for (let at = 0, i = row * width; at < bytes.length; at += 1, i += 1) bytes[at] = inks[steps[i]];
      context.putImageData(pixels, 0, row);
    });
    if (width >= LARGE) return canvas;
    const larger = { resizeWidth: 2 * width, resizeHeight: 2 * height, resizeQuality: /** @type {ResizeQuality} */ ("high") };
    return createImageBitmap(canvas, larger).catch(() => canvas);
  };

  // Returns {paint(context, view, colours)}, which lays the hills over what is drawn so far: nothing before the map has been drawn,
  // and where the picture can't be had. When they can be laid anew, the map fires "journey:relief".
  L.journey.relief = (stage, told) => {
    /** @type {Tinted | null} */
    let tinted = null;
    let gone = false;
    if (!told) return { paint: () => {} };
    const [west, south, east, north] = told.bounds;
    const [[x0, y0], [x1, y1]] = [project(north, west), project(south, east)];
    /** @type {Promise<Read> | null} */
    let reading = null;
    const renew = async () => {
      const { colours } = stage.view();
      reading = reading || read(stage, told);
      const picture = await tint(stage, await reading, colours, told.levels);
      if (gone || stage.view().colours !== colours) return;
      tinted = { colours, picture, plain: picture instanceof HTMLCanvasElement };
      stage.box.dataset.relief = "drawn";
      stage.map.fire("journey:relief");
    };
    stage.add(() => {
      gone = true;
      delete stage.box.dataset.relief;
    });
    // A map without hills is a map, too.
    stage.watch("tell", ({ drawn }, { colours }) => (drawn === "named" ? colours : null), (colours) => {
      if (colours) renew().catch(() => {});
    });
    return {
      paint: (context, view, colours) => {
        const part = strength(told.strengths, view.zoom);
        if (!tinted || tinted.colours !== colours || !part) return;
        const { picture, plain } = tinted;
        context.save();
        Object.assign(context, {
          globalCompositeOperation: "source-atop", globalAlpha: part,
          // Much enlarged, a picture that was not made larger before shows its pixels but for the better, slower way.
          imageSmoothingQuality: plain && view.scale * (x1 - x0) > 2 * picture.width ? "high" : "medium",
        });
        turns(view, x0, x1).forEach((turn) => {
          const { scale, x, y } = view;
          context.drawImage(picture, (x0 + turn) * scale - x, y0 * scale - y, (x1 - x0) * scale, (y1 - y0) * scale);
        });
        context.restore();
      },
    };
  };
})(window.L);
