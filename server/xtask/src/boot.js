
// Appended by `cargo xtask site`: starts the wasm module and wakes the islands on the page.
//
// Every island is a function this module exports under the name in `data-component`; the module
// imports itself to find them by name. If anything fails the page stays what the server sent:
// plain links and forms that work.
import(import.meta.url).then(async (app) => {
  await app.default({ module_or_path: new URL("WASM_FILE", import.meta.url) });
  app.hydrate?.();
  for (const island of document.querySelectorAll("leptos-island[data-component]")) {
    const wake = app[island.dataset.component];
    if (wake) {
      await wake(island);
    } else {
      console.warn(`no island named ${island.dataset.component}`);
    }
  }
  // The browser tests wait for this.
  document.documentElement.dataset.hydrated = "true";
}).catch((error) => console.error(error));
