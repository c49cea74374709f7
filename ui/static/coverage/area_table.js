/* A sortable table of areas without any drawing. */
export default function (component) {
  present(component, (data, plot) => [sortable(data.table, plot)]);
}
