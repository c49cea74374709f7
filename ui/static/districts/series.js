/* Values over time: a line joins points of one definition only; a change of definition is a gap with a number, and the
   list under the picture says what has changed. */
const paintLines = (svg, data, width) => {
  const frame = framed(svg, data, { width, height: Math.min(300, Math.max(220, width * .5)) }), at = axes(svg, data, frame);
  data.breaks.forEach(({ x }, i) => {
    draw(svg, "line", { x1: at.x(x), x2: at.x(x), y1: frame.top, y2: frame.bottom, class: "d-dotted" });
    draw(svg, "circle", { cx: at.x(x), cy: frame.top + 10, r: 9, class: "d-badge" });
    draw(svg, "text", { x: at.x(x), y: frame.top + 14.5, "text-anchor": "middle", class: "d-break" }, String(i + 1));
  });
  for (const line of data.lines) {
    const group = draw(svg, "g", { "data-key": line.key, class: `d-line d-line-${line.mark || "plain"}` });
    if (line.points.length > 1) draw(group, "path", { d: "M" + line.points.map(({ x, value }) => `${at.x(x)} ${at.y(value)}`).join("L") });
    for (const { x, value, lower, upper, estimated } of line.points) {
      if (lower !== null && upper !== null) draw(group, "path", { d: `M${at.x(x) - 4} ${at.y(lower)}h8m-4 0V${at.y(upper)}m-4 0h8`, class: "d-bounds" });
      mark(group, { x: at.x(x), y: at.y(value), kind: line.mark, r: line.mark ? 6 : 4.5, hollow: estimated });
    }
    pointing(group, line.key);
  }
  nameLines(svg, data.lines, { frame, at });
};

/* Names at the ends of the lines, each under the one above it where they would meet. */
const nameLines = (svg, lines, { frame, at }) => {
  const ends = lines.map(({ key, name, points }) => ({ key, name, x: at.x(points.at(-1).x), y: at.y(points.at(-1).value) })).sort((a, b) => a.y - b.y), taken = [];
  for (const { key, name, x, y } of ends) {
    const width = 7.5 * name.length, right = x + 10 + width < frame.right, from = right ? x + 10 : x - 10 - width;
    let line = y + 4;
    for (const other of taken) if (from < other.to && other.from < from + width && Math.abs(line - other.line) < 15) line = other.line + 15;
    taken.push({ from, to: from + width, line });
    draw(svg, "text", { x: right ? x + 10 : x - 10, y: line, "text-anchor": right ? "start" : "end", class: "d-name", "data-key": key }, name);
  }
};

export default function (component) {
  present(component, (data, plot) => [
    figure(data.label, (svg, width) => paintLines(svg, data, width)),
    data.breaks.length ? make("ol", { class: "d-breaks" }, ...data.breaks.map(({ text }) => make("li", {}, text))) : "",
    sortable(data.table, plot),
  ]);
}
