// Bookform on somebody's site: a form in the page, in a dialog, or behind a floating button. Without it every link to a form is a link.
(() => {
  "use strict";
  const script = document.currentScript || document.querySelector("script[src*='/embed.js'],script[src*='/widgetJS']");
  const base = new URL(script.src).origin;
  if (window.Bookform) return Bookform.serve(base);

  const texts = __TEXTS__;
  const html = document.documentElement;
  const origins = new Set([base]);
  const frames = new WeakMap();
  const seen = new WeakSet();
  const quiet = matchMedia("(prefers-reduced-motion: reduce)");
  const LEAST = 160;
  const MOST = 10000;
  const spoken = (lang) => texts[(lang || html.lang || "").slice(0, 2).toLowerCase()] || texts.en;

  // ---- Where a form is: what the address says, and what the element or call adds ----

  function address(options) {
    const url = new URL(options.url || options.href || "/forms/" + (options.bookform || options.form), options.base || base);
    for (const name of ["lang", "theme", "teamMember"]) if (options[name]) url.searchParams.set(name, options[name]);
    for (const id of String(options.service || "").match(/\d+/g) || []) url.searchParams.append("service", id);
    return url;
  }

  const isForm = (url) => origins.has(url.origin) && /^\/forms\/\d+(\/(?!embed)[a-z-]+)?\/?$/.test(url.pathname);

  // Where a visitor was, in this tab, for when the page is loaded anew: telephones forget it while a code is read.
  let kept = {};
  try { kept = sessionStorage; } catch { /* forbidden */ }

  const optionsOf = (element) => ({
    ...element.dataset, element,
    href: isForm(element) ? element.href : "",
    base: element.src && new URL(element.src).origin,
  });

  // ---- A frame, and what it says: only itself and only from our own origin ----

  function frame(options, inline) {
    const url = address(options);
    const node = document.createElement("iframe");
    const words = spoken(options.lang);
    const it = { node, origin: url.origin, url: url.href, key: "bookform" + url + inline, inline, held: inline ? null : [], element: options.element };
    node.title = options.title || words[0];
    node.style.cssText = "display:block;width:100%;max-width:100%;border:0;background:none;height:" + (inline ? 600 : 480) + "px";
    it.wants = options.element?.dataset.datalayer ?? script.dataset.datalayer;
    if (location.protocol === "https:" && url.protocol === "http:") problem(it, "mixed", "an https page shows no http form");
    node.onload = () => setTimeout(() => it.ready || problem(it, "frame", "no answer: may this site show it?"), 5000);
    const at = new URL(kept[it.key] || url, url);
    node.src = at.origin === it.origin ? at : url;
    frames.set(node, it);
    return it;
  }

  function problem(it, problem, text) {
    console.error("Bookform: " + text + " (" + it.url + ")");
    if (it.link) it.link.hidden = false;
    tell(it, "problem", { problem });
  }

  function tell(it, name, detail) {
    if (it.held && name !== "problem") return it.held.push([name, detail]);
    const from = it.element?.isConnected ? it.element : document;
    from.dispatchEvent(new CustomEvent("bookform:" + name, { bubbles: true, detail }));
    if (it.wants !== undefined) (window[it.wants || "dataLayer"] ||= []).push({ event: "bookform_" + name, ...detail });
    if (it.ids && /^[gtam]/.test(script.dataset.consent)) count(it, [script.dataset.consent, it.ids, name, detail]);
  }

  // Counting has a script of its own, which comes once the site has said yes: granted, true, analytics or marketing.
  function count({ origin }, event) {
    if (!Bookform.counted) {
      Bookform.counted = [];
      document.head.append(Object.assign(document.createElement("script"), { src: origin + "/assets/analytics.js" }));
    }
    Bookform.counted.push(event);
  }

  window.addEventListener("message", ({ source, origin, data }) => {
    const nodes = [current?.node, ...document.querySelectorAll("iframe")];
    const it = source && frames.get(nodes.find((node) => node?.contentWindow === source));
    if (!it || it.origin !== origin || !data) return;
    if (data.bookform === "ready") {
      it.ready = true;
      it.ids = data.ids;
      if (it.link) it.link.hidden = true;
      source.postMessage({ bookform: "hello", fits: it.inline, most: MOST }, origin);
      if (!data.form) problem(it, "form", "no such form");
    } else if (data.bookform === "height" && data.height > 0) {
      it.node.style.height = Math.min(MOST, Math.max(LEAST, data.height)) + "px";
    } else if (data.bookform === "at") {
      kept[it.key] = data.path;
    } else if (data.bookform === "event" && /^[a-z_]{1,20}$/.test(data.name)) {
      it.booked ||= data.name === "booked";
      tell(it, data.name, data.detail);
      if (data.name === "step" && it.inline && it.moved && it.node.getBoundingClientRect().top < 0)
        it.node.scrollIntoView({ behavior: quiet.matches ? "auto" : "smooth" });
      it.moved ||= data.name === "step";
    } else if (data.bookform === "escape" && it === current) close();
  });

  // ---- The dialog: one for all, in a shadow of its own, so that the site's styles and ours leave each other alone ----

  let root, dialog, current, before;

  function shadow() {
    if (!root) {
      root = document.createElement("div");
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(__STYLE__);
      root.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
    }
    if (!root.isConnected) document.body.append(root);
    return root.shadowRoot;
  }

  function prepare(options) {
    const url = address(options).href;
    const words = spoken(options.lang);
    if (!dialog) {
      dialog = document.createElement("dialog");
      dialog.append(button("×", "close", close));
      dialog.onclick = (event) => { if (event.target === dialog) close(); };
      dialog.onclose = closed;
    }
    if (!dialog.isConnected) shadow().append(dialog);
    dialog.className = options.theme || "";
    dialog.ariaLabel = words[0];
    dialog.firstChild.ariaLabel = words[1];
    if (current?.url === url && current.node.isConnected) return;
    current?.node.remove();
    current = frame(options);
    dialog.append(current.node);
  }

  function open(options) {
    prepare(options);
    current.element = options.element;
    if (!before) {
      const gap = innerWidth - html.clientWidth;
      before = [html.style.overflow, html.style.paddingInlineEnd];
      html.style.overflow = "hidden";
      if (gap) html.style.paddingInlineEnd = gap + "px";
    }
    if (!dialog.open) dialog.showModal();
    const held = current.held || [];
    current.held = null;
    for (const [name, detail] of held) tell(current, name, detail);
  }

  function close() {
    dialog?.close();
  }

  function closed() {
    if (dialog.open || !before) return;
    [html.style.overflow, html.style.paddingInlineEnd] = before;
    before = null;
    tell(current, "closed", {});
    if (current.booked) { current.node.remove(); current = null; }
  }

  // ---- What stands in the page ----

  function button(text, css, press) {
    const made = document.createElement("button");
    made.className = css;
    made.textContent = text;
    made.onclick = press;
    return made;
  }

  function floating(options) {
    const made = button(options.text || spoken(options.lang)[0], "float " + (options.corner || "bottom-right"), () => open(options));
    const color = /^#?([\da-f]{6})$/i.exec(options.color || "");
    if (color) {
      const [red, green, blue] = color[1].match(/../g).map((part) => (parseInt(part, 16) / 255) ** 2.2);
      made.style.background = "#" + color[1];
      made.style.color = red * 0.2126 + green * 0.7152 + blue * 0.0722 > 0.18 ? "#000" : "#fff";
    }
    for (const kind of ["pointerenter", "focus"]) made.addEventListener(kind, () => prepare(options));
    shadow().append(made);
    return made;
  }

  function inline(element) {
    const it = frame(optionsOf(element), true);
    it.link = element.matches("a, script") ? element : element.firstElementChild;
    if (it.link === element) element.after(it.node); else element.append(it.node);
  }

  function scan() {
    if (root) shadow();
    for (const element of document.querySelectorAll("[data-bookform], a[data-mode=inline]")) {
      if (seen.has(element) || (!element.dataset.bookform && !isForm(element))) continue;
      seen.add(element);
      const mode = element.dataset.mode || (element.matches("script") ? "button" : "dialog");
      if (mode === "inline") inline(element);
      else if (mode === "button") floating(optionsOf(element));
      else if (!element.matches("a[href], button")) { element.tabIndex = 0; element.role = "button"; }
    }
  }

  // Links and elements that open the dialog are asked when something happens: those added later need nothing more.
  function opener(event) {
    const element = event.target.closest?.("a[href], [data-bookform]");
    if (!element || /^(inline|button|link)$/.test(element.dataset.mode)) return;
    if (element.dataset.bookform ? !element.matches("script") : isForm(element) && !element.download) return optionsOf(element);
  }

  for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, (event) => {
    const options = !dialog?.open && opener(event);
    if (options) prepare(options);
  });
  for (const kind of ["click", "keydown"]) document.addEventListener(kind, (event) => {
    const pressed = kind === "click" ? !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
      : event.target.role === "button" && /^(Enter| )$/.test(event.key);
    const options = pressed && opener(event);
    if (!options) return;
    event.preventDefault();
    open(options);
  }, true);

  window.Bookform = {
    open, close, button: floating,
    consent: (given) => { script.dataset.consent = given; },
    serve: (origin) => { origins.add(origin); scan(); },
  };

  function start() {
    scan();
    new MutationObserver(scan).observe(html, { childList: true, subtree: true });
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start); else start();
})();
