/* All areas with their value and bounds: a table with a bar in every row, sortable by its heads. */
const share = (axis, value) => (value - axis.lower) / (axis.upper - axis.lower || 1);
const percent = (axis, value) => `${(100 * Math.min(1, Math.max(0, share(axis, value)))).toFixed(3)}%`;

const scale = (axis, title) => {
  const ticks = make("span", { class: "d-ticks", dir: "ltr", "aria-hidden": "true" }, ...axis.ticks.map(({ value, text }) => {
    const tick = make("span", {}, text);
    tick.style.setProperty("--at", percent(axis, value));
    return tick;
  }));
  new ResizeObserver(() => thin([...ticks.children], ticks.clientWidth / (axis.ticks.length - 1))).observe(ticks);
  return make("th", { scope: "col", role: "columnheader", class: "d-scale" }, make("span", { class: "f-hidden" }, title), ticks);
};

/* Where the texts of the ticks, `step` px apart, would touch, only every second one is shown, or every third, and so on. */
const thin = (ticks, step) => {
  const every = Math.ceil((Math.max(...ticks.map(tick => tick.offsetWidth)) + 6) / step) || 1;
  ticks.forEach((tick, i) => { tick.style.visibility = i % every ? "hidden" : ""; });
};

/* From bound to bound in the colour of its class, with a stroke at the value; without bounds from the axis' beginning. A
   row without a value for its bar has none: a sum of all areas would leave their axis. */
const bar = ({ axis, palette }, row) => {
  const track = make("span", { class: "d-track", dir: "ltr", "aria-hidden": "true" }), cell = make("td", { role: "cell", class: "d-scale" }, track);
  if (row.value === null) return cell;
  const box = make("span", { class: "d-box" }), tick = make("span", { class: "d-tick" });
  const low = row.lower ?? axis.lower, high = row.upper ?? row.value;
  box.style.setProperty("--lo", percent(axis, low));
  box.style.setProperty("--hi", percent(axis, high));
  box.style.background = palette[row.fill] || "#fff";
  tick.style.setProperty("--at", percent(axis, row.value));
  track.append(box, tick);
  return cell;
};

const grid = axis => {
  const line = (value, paint, width) => `${paint} ${percent(axis, value)} 0 / ${width} 100% no-repeat`;
  const lines = axis.ticks.map(({ value }) => line(value, "linear-gradient(var(--line), var(--line))", "1px"));
  if (axis.line !== null) lines.unshift(line(axis.line, "repeating-linear-gradient(var(--ink) 0 2px, transparent 2px 5px)", "2px"));
  return lines.join(", ");
};

export default function (component) {
  present(component, (data, plot) => {
    const table = sortable(data.table, plot, { head: scale(data.axis, data.bar_title), cell: row => bar(data, row) });
    table.style.setProperty("--grid", grid(data.axis));
    return [table];
  }, { reveals: true });
}
