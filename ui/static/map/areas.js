/* The areas of one level of geography: outlines kept as paths, fills by class, borders, and the area under a point. At
   level "cell" squares lie on the districts, see cells.js. */
(function () {
  const finder = (window.finder = window.finder || {});
  const BORDER = "#36354C", INK = "#1B2430", HATCH = "#4D5763", SUNK = "#E9E6DE", NAME_FROM_ZOOM = 14;
  /* Paths are kept in pixels of zoom 13 from a corner of the city: canvases count in 32 bits, so numbers must be small. */
  const KEPT = (finder.KEPT = 2 ** 13);

  /* Patterns are drawn as fine as the screen is. */
  const FINE = Math.ceil(window.devicePixelRatio || 1);
  const pattern = (context, size, draw) => {
    const tile = document.createElement("canvas");
    tile.width = tile.height = size * FINE;
    const pen = tile.getContext("2d");
    pen.scale(FINE, FINE);
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, size, size);
    pen.strokeStyle = pen.fillStyle = HATCH;
    draw(pen);
    return context.createPattern(tile, "repeat");
  };
  const hatch = context => pattern(context, 8, pen => {
    pen.lineWidth = 1.6;
    pen.beginPath();
    for (const shift of [-8, 0, 8]) { pen.moveTo(shift - 1, 9); pen.lineTo(shift + 9, -1); }
    pen.stroke();
  });
  const dots = (context, ...centres) => pattern(context, 6, pen => { for (const at of centres) { pen.beginPath(); pen.arc(at, at, 1, 0, 7); pen.fill(); } });

  const pathOf = (lines, corner) => {
    const path = new Path2D();
    for (const { flat } of lines) {
      path.moveTo((flat[0] - corner.x) * KEPT, (flat[1] - corner.y) * KEPT);
      for (let i = 2; i < flat.length; i += 2) path.lineTo((flat[i] - corner.x) * KEPT, (flat[i + 1] - corner.y) * KEPT);
      path.closePath();
    }
    return path;
  };
  const around = boxes => boxes.reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])], [Infinity, Infinity, -Infinity, -Infinity]);

  /* GeoJSON → one level: `list` in the order of the file, `row` by key, all outlines as one path, `mean` side of an area. */
  finder.level = (map, collection) => {
    const list = collection.features.map(({ properties, geometry }) => {
      const lines = finder.lines(map, geometry);
      return { ...properties, lines, box: around(lines.map(line => line.box)), label: finder.unit(map, properties.label_latitude, properties.label_longitude) };
    });
    const [x, y, right, bottom] = around(list.map(area => area.box)), corner = list.length ? { x, y } : { x: 0, y: 0 }, outlines = new Path2D();
    for (const area of list) { area.path = pathOf(area.lines, corner); outlines.addPath(area.path); }
    return { list, corner, outlines, mean: Math.sqrt(((right - x) * (bottom - y)) / list.length), row: new Map(list.map((area, i) => [area.key, i])) };
  };

  /* Draws kept paths where they belong; `draw` gets the length of one pixel in their own measure. */
  const placed = (context, { level, to }, draw) => {
    const scale = to.scale / KEPT, x = to.x(level.corner.x), y = to.y(level.corner.y);
    context.save();
    context.transform(scale, 0, 0, scale, x, y);
    draw(1 / scale, new DOMMatrix([1 / scale, 0, 0, 1 / scale, -x / scale, -y / scale]));
    context.restore();
  };
  const inSight = ({ box }, to, bounds) => to.x(box[2]) >= bounds.min.x && to.x(box[0]) <= bounds.max.x && to.y(box[3]) >= bounds.min.y && to.y(box[1]) <= bounds.max.y;
  const stroke = (context, path, [color, width, dashes = []], pixel) => {
    context.strokeStyle = color;
    context.lineWidth = width * pixel;
    context.setLineDash(dashes.map(length => length * pixel));
    context.stroke(path);
  };

  let patterns;
  /* Opaque fills of [kind, path]: a digit is a class of the palette, `w` withheld, `-` no data or unknown (`:` where
     shapes are small: closer dots), `g` a gap, `n` nobody lives here. With `overlap` each reaches half a pixel over its
     neighbours: no border hides what would shine through between them. */
  const paintKinds = (context, { level, to, palette, overlap }, shapes) => {
    patterns ??= { w: hatch(context), "-": dots(context, 3), ":": dots(context, 1.5, 4.5) };
    placed(context, { level, to }, (pixel, back) => {
      for (const each of Object.values(patterns)) each.setTransform(back.scale(1 / FINE));
      for (const [kind, path] of shapes) {
        const fill = (context.fillStyle = patterns[kind] || palette[kind] || (kind === "n" ? SUNK : "#fff"));
        context.fill(path, "evenodd");
        if (overlap) stroke(context, path, [fill, 1], pixel);
      }
    });
  };
  finder.paintFills = (context, { level, districts, to, bounds, areas }) => {
    const { classes, palette, withheld } = areas;
    const seen = ({ list }, kindOf) => list.map((area, i) => [kindOf(area, i), area]).filter(([, area]) => inSight(area, to, bounds)).map(([kind, area]) => [kind, area.path]);
    if (areas.level !== "cell") return paintKinds(context, { level, to, palette }, seen(level, (area, i) => classes[i]));
    paintKinds(context, { level: districts, to, palette }, seen(districts, ({ key }) => (withheld.includes(key) ? "w" : "n")));
    paintKinds(context, { level, to, palette, overlap: true }, [...finder.joined(level, classes)].map(([kind, path]) => [kind === "-" ? ":" : kind, path]));
  };

  /* Thin lines between polling districts, the districts' borders over them, borders of gaps in cells, then areas that are
     chosen and compared. */
  finder.paintBorders = (context, view) => {
    const { level, districts, to, areas } = view, cells = areas.level === "cell", finer = level !== districts && !cells;
    if (finer) placed(context, { level, to }, pixel => stroke(context, level.outlines, [BORDER, Math.min(.6, (level.mean * to.scale) / 25)], pixel)); // lines must not drown fills
    placed(context, { level: districts, to }, pixel => {
      stroke(context, districts.outlines, ["#fff", finer ? 3.2 : 2.6], pixel);
      stroke(context, districts.outlines, [BORDER, finer ? 1.6 : 1.1], pixel);
    });
    const gaps = cells && finder.joined(level, areas.classes).get("g");
    if (gaps) placed(context, { level, to }, pixel => stroke(context, gaps, [INK, 1.4], pixel));
    context.lineCap = "butt";
    for (const [keys, line] of [[areas.compared, [INK, 3.4, [9, 4]]], [areas.chosen, [INK, 4]]])
      for (const key of keys) outline(context, view, key, [["#fff", 7], line]);
    context.lineCap = "round";
  };
  const outline = (context, { level, districts, to, areas }, key, lines) => {
    const on = areas.level === "cell" && !level.row.has(key) ? districts : level, area = on.list[on.row.get(key)];
    if (area) placed(context, { level: on, to }, pixel => { for (const line of lines) stroke(context, area.path, line, pixel); });
  };
  finder.paintHighlight = (context, view, key) => {
    const thin = view.areas.level === "cell" && view.level.row.has(key);
    if (key) outline(context, view, key, thin ? [["#fff", 3.4], [INK, 1.4]] : [["#fff", 4.5], [INK, 2]]);
  };

  /* Districts by name; nearer, where polling districts are shown, those that their name fits into; cells have no names.
     None is written over another, which nobody could read; those compared come first, the others appear on zooming in. */
  finder.paintAreaNames = (context, { level, districts, to, bounds, zoom, areas }) => {
    const near = areas.level === "polling_district" && zoom >= NAME_FROM_ZOOM, { list, row } = near ? level : districts, taken = [];
    const first = [...areas.chosen, ...areas.compared].map(key => list[row.get(key)]).filter(Boolean);
    for (const area of new Set([...first, ...list])) {
      const x = to.x(area.label.x), y = to.y(area.label.y), half = 3.6 * area.name.length;
      if (x < bounds.min.x || x > bounds.max.x || y < bounds.min.y || y > bounds.max.y) continue;
      if (near && 2 * half > 1.2 * (area.box[2] - area.box[0]) * to.scale) continue;
      if (taken.some(([x1, y1, half1]) => Math.abs(x - x1) < half + half1 && Math.abs(y - y1) < 16)) continue;
      taken.push([x, y, half]);
      finder.paintName(context, area.name, x, y);
    }
  };

  finder.areaAt = (level, { x, y }) => level.list.find(({ box, lines }) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3] && finder.inside({ x, y }, lines));
})();
