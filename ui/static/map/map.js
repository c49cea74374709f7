/* The browser side of ui/finder/city_map.py. The base is built once a frame; afterwards only small states arrive.
   Words and names are data: they are set as text, never as HTML. */
(function () {
  const finder = (window.finder = window.finder || {});
  const HIT_PX = 14;
  const ground = { districts: null, level: null, basemap: [], names: {}, state: null };
  const levels = {};  // outlines by level, fetched when a state first asks for them
  const marks = { places: null, drawn: [], houses: new Map() };
  let map, groundCanvas, highlightCanvas, markCanvas, ready, outlines, hovered = "", sequence = Date.now();

  const tell = (kind, id) => window.Streamlit.setComponentValue({ kind, id, seq: ++sequence });
  const read = url => fetch(url).then(answer => { if (!answer.ok) throw new Error(url); return answer.json(); });
  const bytes = base64 => Uint8Array.from(atob(base64), c => c.charCodeAt(0));
  const bit = (mask, i) => (mask[i >> 3] >> (7 - (i & 7))) & 1;

  finder.ids = () => marks.drawn.map(i => marks.places.id[i]);
  finder.visible = 0;
  finder.areas = () => ground.state?.areas;
  /* Where the name of an area of the level shown stands, in pixels of this frame. */
  finder.labelAt = key => {
    const area = ground.level.list[ground.level.row.get(key)], p = map.latLngToContainerPoint([area.label_latitude, area.label_longitude]);
    return { x: p.x, y: p.y };
  };
  /* Where a place is drawn, in pixels of this frame. */
  finder.position = id => {
    const i = marks.places.id.indexOf(id), p = map.latLngToContainerPoint([marks.places.lat[i], marks.places.lon[i]]);
    return { x: p.x, y: p.y };
  };

  finder.ground = (leaflet, sources) => {
    map = leaflet;
    describeFrame();
    map.attributionControl.setPrefix(false).addAttribution(sources.attribution);
    map.createPane("ground").style.zIndex = 250;
    map.createPane("highlight").style.zIndex = 350;
    map.createPane("marks").style.zIndex = 450;
    groundCanvas = new finder.Canvas(finder.paintGround(ground), { pane: "ground", padding: .2 }).addTo(map);
    highlightCanvas = new finder.Canvas(paintHighlight, { pane: "highlight", padding: .2 }).addTo(map);
    markCanvas = new finder.Canvas(paintMarks, { pane: "marks", padding: .2 }).addTo(map);
    outlines = { district: sources.districts, polling_district: sources.polling, cell: sources.cells };
    fit(sources.start);
    read(sources.basemap).then(layers => {
      for (const { properties, geometry } of layers.features) {
        const feature = { ...properties, area: geometry.type.includes("Polygon") };
        if (geometry.type === "Point") feature.point = finder.unit(map, geometry.coordinates[1], geometry.coordinates[0]);
        else feature.lines = finder.lines(map, geometry);
        if (properties.name) (ground.names[properties.layer] ??= []).push(feature);
        else ground.basemap.push(feature);
      }
      groundCanvas.redraw();
    });
    ready = Promise.all([levelOf("district"), read(sources.places)]).then(([districts, places]) => {
      ground.districts = districts;
      marks.places = places;
      marks.units = places.lat.map((lat, i) => finder.unit(map, lat, places.lon[i]));
      marks.house = places.lat.map((lat, i) => `${lat},${places.lon[i]}`);
    });
    map.on("mousedown", event => { pressed = event; });
    map.on("click", clicked);
    hovering();
    listen();
    return L.layerGroup();
  };

  const levelOf = name => (levels[name] ??= read(outlines[name]).then(collection => finder.level(map, collection)).catch(error => { delete levels[name]; throw error; }));

  /* streamlit-folium's page forbids zooming on phones, and has no heading and no main part. */
  function describeFrame() {
    document.querySelectorAll('meta[name="viewport"]').forEach(meta => { meta.content = "width=device-width, initial-scale=1"; });
    document.getElementById("root").setAttribute("role", "main");
    const title = document.createElement("h1");
    title.className = "hidden-title";
    document.getElementById("root").prepend(title);
    borrowFont("Source Sans");
  }

  /* The frame has no fonts of its own: take the file that the page around it has loaded. */
  function borrowFont(family) {
    const page = window.parent.document;
    for (const sheet of page.styleSheets)
      for (const rule of sheet.cssRules)
        if (rule instanceof window.parent.CSSFontFaceRule && rule.style.fontFamily.includes(family) && rule.style.fontStyle !== "italic") {
          const source = /url\("?([^")]+)/.exec(rule.style.src);
          const face = source && new FontFace(family, `url("${new URL(source[1], sheet.href || page.baseURI)}")`, { weight: "200 900" });
          if (face) return face.load().then(loaded => { document.fonts.add(loaded); markCanvas.redraw(); });
        }
  }

  /* A hidden frame (list on a phone), or one whose style has not come yet, has no size or a wrong one: fit at every new
     size, until the reader moves the map or it has moved to a place of hers. */
  let fitted = false, moved = false;
  function fit(bounds) {
    map.setMinZoom(10).setMaxZoom(18);
    const container = map.getContainer(), watch = new ResizeObserver(() => {
      if (!container.clientWidth || !container.clientHeight) return;
      if (fitted && moved) return watch.disconnect();
      map.invalidateSize({ animate: false });
      map.fitBounds(bounds, { animate: false });
      fitted = true;
    });
    watch.observe(container);
    for (const event of ["pointerdown", "wheel", "keydown"]) container.addEventListener(event, () => { moved = true; }, { once: true, passive: true });
  }

  finder.State = L.Layer.extend({
    initialize(state) { this._state = state; },
    onAdd() {
      const state = (ground.next = this._state);
      if (!ground.state) notice(state.words, state.words.loading);
      ready.then(() => levelOf(state.areas.level)).then(
        level => { if (ground.next === state) { notice(); apply(state, level); } },
        () => notice(state.words, state.words.missing, true));
    },
    onRemove() {},
  });

  /* A sentence over the map while there is nothing to see, with the way on: the list is beside it in any case. */
  function notice(words, text, retry) {
    document.querySelector(".notice")?.remove();
    if (!text) return;
    const box = document.createElement("div"), sentence = document.createElement("p");
    box.className = "notice";
    box.setAttribute("role", "status");
    box.lang = words.language; box.dir = words.direction;
    sentence.textContent = text;
    box.append(sentence);
    if (retry) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words.retry;
      button.addEventListener("click", () => window.location.reload());
      box.append(button);
    }
    document.getElementById("root").append(box);
  }

  function apply(state, level) {
    const areasChanged = JSON.stringify(ground.state?.areas) !== JSON.stringify(state.areas);
    const selected = ground.state ? ground.state.facility !== state.facility : Boolean(state.facility);
    const named = Boolean(state.near) && String(ground.state?.near) !== String(state.near);
    ground.state = state;
    ground.level = level;
    say(state.words);
    const mask = bytes(state.mask), filled = bytes(state.filled), sections = state.sections.map(bytes);
    marks.drawn = [];
    marks.houses.clear();
    marks.look = { filled, section: i => Math.max(0, sections.findIndex(m => bit(m, i))) };
    for (let i = 0; i < marks.places.id.length; i++) {
      if (!bit(mask, i)) continue;
      marks.drawn.push(i);
      const house = marks.houses.get(marks.house[i]);
      if (house) house.push(i); else marks.houses.set(marks.house[i], [i]);
    }
    finder.visible = marks.drawn.length;
    if (areasChanged) { groundCanvas.redraw(); highlightCanvas.redraw(); }
    markCanvas.redraw();
    if (named) reveal(L.latLng(state.near));
    if (selected) revealPlace(state.facility);
    document.documentElement.dataset.ready = "1";
  }

  function say(words) {
    document.documentElement.lang = words.language;
    document.documentElement.dir = words.direction;
    document.title = words.label;
    document.querySelector(".hidden-title").textContent = words.label;
    const container = map.getContainer();
    container.setAttribute("role", "application");
    container.setAttribute("aria-label", words.label);
    for (const [name, label] of [["in", words.zoom_in], ["out", words.zoom_out]]) {
      const button = container.querySelector(`.leaflet-control-zoom-${name}`);
      if (button) { button.title = label; button.setAttribute("aria-label", label); }
    }
  }

  function revealPlace(id) {
    const i = marks.places.id.indexOf(id);
    if (i >= 0) reveal(L.latLng(marks.places.lat[i], marks.places.lon[i]));
  }

  function reveal(spot) {
    if (map.getBounds().pad(-.2).contains(spot)) return;
    moved = true;
    map.panTo(spot, { animate: false });
  }

  /* One mark a house: the selected or numbered place in front, a badge with how many there are. */
  function* standing() {
    const { numbers, facility } = ground.state, selected = marks.places.id.indexOf(facility);
    for (const places of marks.houses.values()) {
      const front = places.includes(selected) ? selected : places.reduce((a, b) => ((numbers[b] || Infinity) < (numbers[a] || Infinity) ? b : a));
      yield { front, places, number: numbers[front], selected: front === selected, states: bit(marks.look.filled, front) };
    }
  }

  /* Order: small marks that do not say, small marks that do, names, numbered marks, the selected one. */
  function paintMarks(context, view, bounds) {
    if (!ground.state) return;
    const to = finder.projection(view), rank = m => (m.selected ? 3 : m.number ? 2 : m.states ? 1 : 0), queue = [[], [], [], []];
    for (const mark of standing()) {
      const unit = marks.units[mark.front], x = to.x(unit.x), y = to.y(unit.y);
      if (x < bounds.min.x - 20 || x > bounds.max.x + 20 || y < bounds.min.y - 20 || y > bounds.max.y + 20) continue;
      queue[rank(mark)].push({ x, y, section: marks.look.section(mark.front), states: mark.states, number: mark.number,
        rough: marks.places.rough[mark.front], selected: mark.selected, house: mark.places.length });
    }
    for (const mark of [...queue[0], ...queue[1]]) finder.paintMark(context, mark);
    finder.paintAreaNames(context, { level: ground.level, districts: ground.districts, to, bounds, zoom: view.getZoom(), areas: ground.state.areas });
    for (const mark of [...queue[2].reverse(), ...queue[3]]) finder.paintMark(context, mark);
    if (!ground.state.near) return;
    const here = finder.unit(view, ...ground.state.near);
    finder.paintHere(context, to.x(here.x), to.y(here.y));
  }

  function houseAt(point) {
    let best = null, nearest = HIT_PX;
    for (const mark of standing()) {
      const p = map.latLngToContainerPoint([marks.places.lat[mark.front], marks.places.lon[mark.front]]), distance = point.distanceTo(p);
      if (distance < nearest || (distance === nearest && mark.number)) { nearest = distance; best = mark; }
    }
    return best;
  }
  const onCells = () => ground.state?.areas.level === "cell";
  const kindOf = area => ground.state.areas.classes[ground.level.row.get(area.key)];
  const areaAt = latlng => finder.areaAt(ground.level, finder.unit(map, latlng.lat, latlng.lng));

  /* A row of a table beside the map and its area highlight each other, without a run: only where the state says so. A
     cell has no row: its district's stands for it. Withheld cells are not told from each other. */
  function highlight(key) {
    if (key === hovered || !(ground.state?.areas.linked || onCells())) return false;
    hovered = key;
    highlightCanvas.redraw();
    return true;
  }
  const paintHighlight = (context, view) => {
    const { level, districts, state } = ground;
    if (level) finder.paintHighlight(context, { level, districts, to: finder.projection(view), areas: state.areas }, hovered);
  };
  function point(area) {
    const row = area && onCells() ? area.district_key : (area?.key ?? ""), lit = area && kindOf(area) !== "w" ? area.key : row;
    if (highlight(lit) && ground.state.areas.linked)
      window.parent.dispatchEvent(new window.parent.CustomEvent("finder:hover", { detail: { key: row, lit } }));
  }
  function listen() {
    const follow = ({ detail }) => highlight(detail.lit ?? detail.key);
    window.parent.addEventListener("finder:hover", follow);
    window.addEventListener("pagehide", () => window.parent.removeEventListener("finder:hover", follow));
  }

  /* Leaflet drops a drag that begins while it still zooms, and calls its end a click: that is not one. The page around
     may scroll when the frame takes the focus: what counts is where the button was pressed. */
  let pressed = null;
  const onScreen = ({ originalEvent }) => L.point(originalEvent.screenX, originalEvent.screenY);
  function clicked(event) {
    if (!ground.state || (pressed && onScreen(pressed).distanceTo(onScreen(event)) > 6)) return;
    const { containerPoint, latlng } = pressed || event, house = houseAt(containerPoint);
    if (house && house.places.length > 1) listHouse(house);
    else if (house) tell("facility", marks.places.id[house.front]);
    else { const area = areaAt(latlng); if (area) tell("area", area.key); }
  }

  function listHouse(house) {
    const words = ground.state.words, box = document.createElement("div"), title = document.createElement("h2"), list = document.createElement("ul");
    box.lang = words.language; box.dir = words.direction;
    title.textContent = words.several;
    for (const i of house.places) {
      const button = document.createElement("button");
      button.type = "button"; button.lang = "de"; button.dir = "ltr";
      button.textContent = ground.state.numbers[i] ? `${ground.state.numbers[i]} · ${marks.places.name[i]}` : marks.places.name[i];
      button.dataset.id = marks.places.id[i];
      button.addEventListener("click", () => { map.closePopup(); tell("facility", marks.places.id[i]); });
      list.appendChild(document.createElement("li")).appendChild(button);
    }
    box.append(title, list);
    const popup = L.popup({ maxWidth: 280, minWidth: 200, maxHeight: 260 }).setLatLng([marks.places.lat[house.front], marks.places.lon[house.front]]).setContent(box).openOn(map);
    popup.getElement().querySelector(".leaflet-popup-close-button").setAttribute("aria-label", words.close);
  }

  /* Nobody knows a cell by its code: it goes by the name of its district. */
  const describe = area => {
    const { words } = ground.state, { list, row } = ground.districts, text = words.areas[ground.level.row.get(area.key)] || words.kinds[kindOf(area)];
    const { name } = (onCells() && list[row.get(area.district_key)]) || area;
    return text ? `${name} · ${text}` : name;
  };

  function hovering() {
    const tip = L.tooltip({ direction: "top", offset: [0, -8] });
    let shown = "";
    const hide = () => { if (shown) { map.closeTooltip(tip); shown = ""; } };
    map.on("mousemove", event => {
      if (!ground.state || !window.matchMedia("(hover: hover)").matches) return;
      const house = houseAt(event.containerPoint), area = house ? null : areaAt(event.latlng);
      const words = house ? (house.places.length > 1 ? ground.state.words.several : marks.places.name[house.front]) : area && describe(area);
      point(area);
      map.getContainer().style.cursor = words ? "pointer" : "";
      if (!words) return hide();
      if (shown !== words) { const label = document.createElement("span"); label.dir = "auto"; label.textContent = words; tip.setContent(label); }
      tip.setLatLng(event.latlng);
      if (!shown) map.openTooltip(tip);
      shown = words;
    });
    map.on("mouseout", () => { hide(); point(null); });
  }
})();
