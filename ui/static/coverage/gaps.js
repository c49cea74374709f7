/* The gap table: a range bar in every row, filled to the lower bound, dotted to the upper one, empty after it. */
const rangeBar = row => {
  const track = make("span", { class: "c-range", dir: "ltr", "aria-hidden": "true" });
  track.style.setProperty("--lo", `${(100 * row.lower).toFixed(3)}%`);
  track.style.setProperty("--hi", `${(100 * row.upper).toFixed(3)}%`);
  return make("td", { role: "cell", class: "d-scale" }, track);
};

export default function (component) {
  present(component, (data, plot) => {
    const head = make("th", { scope: "col", role: "columnheader", class: "d-scale" }, make("span", {}, data.bar_title));
    return [sortable(data.table, plot, { head, cell: rangeBar, at: data.bar_at })];
  }, { reveals: true });
}
