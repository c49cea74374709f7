/* The populated 100 m cells: squares with corners in common. Those of one kind are one shape: no line shows between
   neighbours, a pattern runs through, and its border is the border of the groups that they form. */
(function () {
  const finder = (window.finder = window.finder || {});

  /* Sides as numbers: where they begin and end, the cell they belong to, the cell across (-1: nobody lives there). */
  const sidesOf = ({ list, corner }) => {
    const known = new Map(), points = [], owners = new Map(), sides = [];
    const numbered = (x, y) => {
      const name = `${x} ${y}`;
      if (!known.has(name)) known.set(name, points.push([(x - corner.x) * finder.KEPT, (y - corner.y) * finder.KEPT]) - 1);
      return known.get(name);
    };
    list.forEach(({ lines: [{ flat }] }, cell) => {
      for (let i = 0; i + 2 < flat.length; i += 2) {
        const from = numbered(flat[i], flat[i + 1]), to = numbered(flat[i + 2], flat[i + 3]);
        owners.set(`${from} ${to}`, cell);
        sides.push({ cell, from, to });
      }
    });
    for (const side of sides) side.across = owners.get(`${side.to} ${side.from}`) ?? -1;
    return { sides, points };
  };

  /* Closed lines along sides, `ends` by where they begin: as many end in a corner as begin there. */
  const closed = (ends, points) => {
    const path = new Path2D();
    for (const [start, leaving] of ends)
      while (leaving.length) {
        path.moveTo(...points[start]);
        for (let at = leaving.pop(); at !== start; at = ends.get(at).pop()) path.lineTo(...points[at]);
        path.closePath();
      }
    return path;
  };

  /* Path by kind, in one order; worked out once for the same classes, however often they are painted. */
  finder.joined = (level, classes) => {
    if (level.joined?.classes === classes) return level.joined.paths;
    const { sides, points } = (level.sides ??= sidesOf(level)), kinds = new Map();
    for (const { cell, from, to, across } of sides) {
      const kind = classes[cell];
      if (across >= 0 && classes[across] === kind) continue;
      if (!kinds.has(kind)) kinds.set(kind, new Map());
      const ends = kinds.get(kind);
      if (ends.has(from)) ends.get(from).push(to); else ends.set(from, [to]);
    }
    const paths = new Map([...kinds.keys()].sort().map(kind => [kind, closed(kinds.get(kind), points)]));
    level.joined = { classes, paths };
    return paths;
  };
})();
