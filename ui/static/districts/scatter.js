/* Two indicators at once: one point an area, and the same numbers as a table under it. */
const paintPoints = (svg, { data, plot, width }) => {
  const frame = framed(svg, data, { width, height: Math.min(340, Math.max(220, width * .6)) }), at = axes(svg, data, frame);
  for (const [axis, place, line] of [[data.x, at.x, v => ({ x1: v, x2: v, y1: frame.top, y2: frame.bottom })], [data.y, at.y, v => ({ x1: frame.left, x2: frame.right, y1: v, y2: v })]])
    if (axis.line !== null) draw(svg, "line", { ...line(place(axis.line)), class: "d-dotted" });
  const rank = { "": 0, compared: 1, chosen: 2 };
  for (const each of [...data.points].sort((a, b) => rank[a.mark] - rank[b.mark])) {
    const x = at.x(each.x), y = at.y(each.y), group = draw(svg, "g", { class: each.mark ? "d-point d-marked" : "d-point", "data-key": each.key });
    draw(group, "circle", { cx: x, cy: y, r: 12, class: "d-reach" });
    mark(group, { x, y, kind: each.mark, r: each.mark ? 7 : 5 });
    const left = x > (frame.left + frame.right) / 2;
    draw(group, "text", { x: left ? x - 11 : x + 11, y: y + 4, "text-anchor": left ? "end" : "start", lang: "de", class: "d-name" }, each.name);
    pointing(group, each.key);
    if (plot.choose) group.addEventListener("click", () => plot.choose(each.key));
  }
};

export default function (component) {
  present(component, (data, plot) => [
    figure(data.label, (svg, width) => paintPoints(svg, { data, plot, width })),
    sortable(data.table, plot),
  ]);
}
