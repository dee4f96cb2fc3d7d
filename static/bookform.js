// What our pages do beyond htmx, which travels in the same file. Everything here is a comfort: without it the same pages work by links and forms.
(() => {
  "use strict";
  const body = document.body;
  const live = document.getElementById("live");
  const inFrame = window.self !== window.top;
  if (inFrame) {
    const html = document.documentElement;
    html.classList.add("framed");
    if (!html.matches(".light, .dark, .auto")) html.classList.add("light");
    load("frame.js");
  }

  // What few pages need comes on its own; a module runs once, however often it is asked for.
  function load(module) {
    document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "/assets/" + module }));
  }

  Object.assign(htmx.config, {
    historyCacheSize: 0, defaultSettleDelay: 0, refreshOnHistoryMiss: true, includeIndicatorStyles: false, allowEval: false,
    allowScriptTags: false, allowNestedOobSwaps: false, scrollIntoViewOnBoost: false, timeout: 20000,
    responseHandling: [{ code: "204", swap: false }, { code: "...", swap: true }],
  });

  // A tick on the services step asks the step again, for the total and for what still goes together. The address has it at once: who goes
  // on before the answer is here comes back to it.
  function again(form) {
    const fields = new FormData(form);
    const carries = form.method === "post";
    const url = form.dataset.again + (carries ? "" : "?" + new URLSearchParams(fields));
    const values = {};
    if (carries) for (const name of fields.keys()) values[name] = fields.getAll(name);
    if (!carries) history.replaceState(history.state, "", url);
    htmx.ajax(carries ? "POST" : "GET", url, { target: "#step", swap: "innerHTML", values })
      .catch(() => { /* overtaken by what came next, or said below */ });
  }

  document.addEventListener("change", (event) => {
    const form = event.target.form;
    if (!form || !form.dataset.again) return;
    keep = event.target.id;
    again(form);
  });

  // Which element had the focus before the step was asked again; otherwise a new step begins at its heading.
  let keep = "";
  body.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target.id !== "step") return;
    live.textContent = "";
    const before = keep && document.getElementById(keep);
    keep = "";
    const start = before || document.querySelector("#step .errors, #step [aria-invalid=true]") || document.querySelector("#step h1");
    if (start) start.focus({ preventScroll: Boolean(before) || start.tagName === "H1" });
    arrive();
  });

  // A button may send its form elsewhere; htmx knows that only of buttons inside the form.
  body.addEventListener("htmx:configRequest", (event) => {
    const cause = event.detail.triggeringEvent;
    const action = cause && cause.submitter && cause.submitter.getAttribute("formaction");
    if (action) event.detail.path = action;
  });

  // Another language is another document, and not for htmx to swap.
  document.addEventListener("submit", (event) => {
    if (event.submitter && event.submitter.closest(".languages")) event.stopImmediatePropagation();
  }, true);

  // One press, one request: buttons rest while theirs is under way. What was pressed shows it; the bar at the top may be out of sight in a frame.
  let loading;
  function busy({ elt, requestConfig }, state) {
    const pressed = requestConfig?.triggeringEvent?.submitter || elt;
    if (pressed.matches("a, button")) pressed.ariaBusy = state;
  }
  body.addEventListener("htmx:beforeRequest", (event) => {
    busy(event.detail, "true");
    if (event.detail.elt.tagName === "FORM") buttons(event.detail.elt, true);
    coming(event.detail.pathInfo.requestPath);
    loading = setTimeout(() => { live.textContent = live.dataset.loading; }, 600);
  });
  body.addEventListener("htmx:afterRequest", (event) => {
    clearTimeout(loading);
    busy(event.detail, null);
    coming("");
    if (event.detail.elt.tagName === "FORM") buttons(event.detail.elt, false);
  });
  for (const lost of ["htmx:sendError", "htmx:timeout"]) {
    body.addEventListener(lost, () => { say(live.dataset.offline); });
  }

  // The shape of a step that is asked for, for the stylesheet. Of the step that is here only the times change.
  function coming(path) {
    delete document.querySelector("[data-coming]")?.dataset.coming;
    const step = /^\/forms\/\d+\/(locations|services|team-member|events|time|details)(?:\?|$)/.exec(path)?.[1];
    const place = step && document.querySelector(document.querySelector("[data-step=" + step + "]") ? ".times" : "[data-step]");
    if (place) place.dataset.coming = step;
  }

  function buttons(form, rest) {
    for (const element of form.elements) {
      if (element.type !== "submit") continue;
      if (rest) element.setAttribute("aria-disabled", "true"); else element.removeAttribute("aria-disabled");
    }
  }

  function say(sentence) {
    live.textContent = sentence;
    const heading = document.querySelector("#step h1");
    if (!heading) return;
    let notice = document.querySelector("#step .notice");
    if (!notice) {
      notice = document.createElement("p");
      notice.className = "notice";
      heading.after(notice);
    }
    notice.textContent = sentence;
  }

  // What was typed survives going back and forth, in this tab alone; once booked it is forgotten.
  const store = (() => { try { return window.sessionStorage; } catch { return null; } })();
  const drawer = (form) => "bookform:" + location.pathname.split("/")[2] + ":" + form.dataset.remember;

  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (!store || !form || !form.dataset.remember) return;
    const typed = {};
    for (const field of form.elements) {
      if (field.name && field.type !== "hidden" && field.type !== "submit") typed[field.name] = field.type === "checkbox" ? field.checked && field.value : field.value;
    }
    try { store.setItem(drawer(form), JSON.stringify(typed)); } catch { /* full or forbidden: nothing is lost that was not lost before */ }
  });

  function arrive() {
    const form = document.querySelector("form[data-remember]");
    if (store && form) {
      let typed = {};
      try { typed = JSON.parse(store.getItem(drawer(form))) || {}; } catch { /* not ours */ }
      const untouched = [...form.elements].every((field) => !["text", "tel", "email", "textarea"].includes(field.type) || !field.value);
      if (untouched) {
        for (const [name, value] of Object.entries(typed)) {
          const field = form.elements[name];
          if (!field || field.type === "hidden") continue;
          // A box stands for the very text that was agreed to.
          if (field.type === "checkbox") field.checked = value === field.value; else field.value = value;
        }
      }
    }
    if (store && document.querySelector("[data-booked]")) {
      for (const key of Object.keys(store)) if (key.startsWith("bookform:")) store.removeItem(key);
    }
    zones();
    if (document.querySelector("bookform-again")) load("again.js");
  }

  // The zone need not be named to those who live in it.
  function zones() {
    const mine = Intl.DateTimeFormat().resolvedOptions().timeZone;
    for (const zone of document.querySelectorAll("[data-zone]")) {
      zone.hidden = zone.dataset.zone === mine;
      zone.classList.toggle("other", !zone.hidden);
    }
  }

  arrive();

  // Steps back or forward that were quicker than this script: the address is of another page by now, which is loaded; once, lest a browser
  // that calls pages otherwise comes here again and again.
  function astray() {
    const here = location.href.split("#")[0];
    const loaded = performance.getEntriesByType("navigation")[0]?.name.split("#")[0];
    if (!store || !loaded) return false;
    const astray = loaded !== here && store.getItem("bookform-here") !== here;
    store.removeItem("bookform-here");
    try { if (astray) store.setItem("bookform-here", here); } catch { return false; }
    return astray;
  }

  // And ticks that were.
  const early = document.querySelector("form[data-again]");
  if (astray()) {
    location.reload();
  } else if (early && [...early.elements].some((box) => box.checked !== box.defaultChecked)) {
    keep = document.activeElement.id;
    again(early);
  }
})();
