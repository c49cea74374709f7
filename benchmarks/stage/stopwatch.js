/* Arms a stopwatch in the page: it starts with the time stamp of the next click and stops in the first task after the
   frame that shows what is expected (or, where nothing is, something else than before); then it waits until Streamlit's script rests and nothing on the page is stale.
   After `limit` milliseconds it gives up and answers null. */
([way, expected, limit]) => {
  const number = element => Number((element ? element.textContent : "").replace(/\D/g, ""));
  const markers = page => page.getElementsByClassName("leaflet-marker-icon");
  const shown = {
    finder: view => (view.finder ? view.finder.visible : -1),
    markers: view => markers(view.document).length,
    clusters: view => [...markers(view.document)].reduce((n, m) => n + (m.classList.contains("marker-cluster") ? number(m) : 1), 0),
    markers_tuned: view => markers(view.document).length,
    empty: view => number(view.document.querySelector(".st-key-runs")),
    districts: view => view.finder?.areas?.()?.classes || "",
    choropleth: view => [...view.document.querySelectorAll("path.leaflet-interactive")].map(path => path.getAttribute("fill")).join(),
  }[way];
  const views = () => [window, ...[...document.querySelectorAll("iframe")].map(frame => frame.contentWindow)];
  /* Without an expected number: anything that was not shown when the stopwatch was armed. */
  const all = () => views().map(view => (view && view.document ? shown(view) : "")).filter(Boolean).join(";");
  const before = all();
  const redrawn = () => (expected === null ? all() && all() !== before : views().some(view => view && view.document && shown(view) === expected));
  const resting = () => document.querySelector('[data-testid="stApp"]').dataset.testScriptState === "notRunning"
    && !document.querySelector('[data-stale="true"]');
  const until = (condition, then) => requestAnimationFrame(() => (condition() ? then() : until(condition, then)));
  /* A message posted in an animation frame is read right after that frame was painted. */
  const afterPaint = then => { const { port1, port2 } = new MessageChannel(); port1.onmessage = then; port2.postMessage(0); };

  window.stopwatch = new Promise(stop => {
    setTimeout(() => stop(null), limit);
    const start = event => until(redrawn, () => afterPaint(() => {
      const drawn = performance.now() - event.timeStamp;
      until(resting, () => stop({ drawn, rest: performance.now() - event.timeStamp }));
    }));
    document.addEventListener("click", start, { capture: true, once: true });
  });
}
