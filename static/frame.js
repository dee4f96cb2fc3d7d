// What a page of ours in somebody's frame tells the page around it: how high it is, and which steps are taken. Nothing in it names a person.
const host = window.parent;
const html = document.documentElement;
const named = (location.ancestorOrigins || [])[0];
let origin = named && named !== "null" ? named : "";
let fits = false;
let most = 0;
const waiting = [];

// Only the page right around us is listened to, and only that it is there. What we say goes to it alone.
addEventListener("message", ({ source, origin: from, data }) => {
  if (source !== host || !data || data.bookform !== "hello" || from === "null" || (origin && origin !== from)) return;
  origin = from;
  fits = data.fits === true;
  most = Number(data.most) || 0;
  told = 0;
  measure();
  for (const message of waiting.splice(0)) say(message);
});

function say(message) {
  if (origin) host.postMessage(message, origin); else if (waiting.length < 50) waiting.push(message);
}

// ---- Height: what the content needs, never what the frame has, so that there is nothing to chase ----

let told = 0;

function measure() {
  let bottom = document.body.getBoundingClientRect().height;
  for (const open of document.querySelectorAll("details[open] > ul")) bottom = Math.max(bottom, open.getBoundingClientRect().bottom + scrollY + 8);
  const height = Math.ceil(bottom);
  html.style.overflow = fits && height <= most ? "hidden" : "";
  if (height === told) return;
  told = height;
  if (origin) say({ bookform: "height", height });
}

document.getElementById("live").style.insetBlockStart = 0; // at the end of the page it would stick out by a pixel
new ResizeObserver(measure).observe(document.body);
document.addEventListener("toggle", measure, true);

// ---- Steps: read off the address and the page after every change ----

const ALTEGIO = {
  step: { services: "open_services", "team-member": "open_masters", time: "open_datetime", details: "open_contacts" },
  service: "service_selected", team_member: "master_selected", date: "date_selected", time: "time_selected",
  details: "send_contacts", code: "phone_approved", booked: "booked",
};
const form = Number(location.pathname.split("/")[2]);
const SENT = "bookform-sent:" + form;
const before = {};
let sent = "";

const store = (() => { try { return window.sessionStorage; } catch { return null; } })();

function event(name, detail) {
  say({ bookform: "event", name, detail: { form, ...detail } });
  const known = ALTEGIO[name];
  goal(typeof known === "object" ? known[detail.step] : known, { form_id: form, ...detail });
}

function goal(action, params) {
  if (action) say({ action, params });
}

function look() {
  const page = document.querySelector("[data-step]");
  const booked = document.querySelector("[data-booked][data-id]");
  const step = booked ? "booked" : document.getElementById("code-form") ? "code" : page ? page.dataset.step : "";
  const query = new URLSearchParams(location.search);
  const ticked = [...document.querySelectorAll("input[name=service]:checked")].map((box) => box.value);
  if (!booked) {
    changed("service", (ticked.length || step === "services" ? ticked : query.getAll("service")).join(), (ids) => ({ services: numbers(ids), ...called(ids.split(",")) }));
    changed("team_member", query.get("teamMember"), (id) => ({ teamMember: id === "any" ? id : Number(id) }));
    changed("date", query.get("date"), (date) => ({ date }));
    changed("time", query.get("start"), (start) => ({ start }));
  }
  if (booked) arrived(booked.dataset);
  if (step && step !== before.step) event("step", { step });
  before.step = step;
  if (step) say({ bookform: "at", path: booked ? "" : location.pathname + location.search });
}

const numbers = (text) => text.split(",").map(Number);

function changed(name, value, detail) {
  if (value && value !== before[name]) event(name, detail(value));
  before[name] = value;
}

// What services are called, where the page shows them.
function called(ids) {
  const names = ids.map((id) => document.querySelector("#service-" + id)?.closest("label").querySelector("b").textContent);
  return names.every(Boolean) ? { names } : {};
}

// Booked is told once: after something was sent, not when the page is seen again.
function arrived({ id, services, names, prices, value, currency, location: company, salon }) {
  const was = sent || (store && store.getItem(SENT));
  if (!was) return;
  sent = "";
  if (store) store.removeItem(SENT);
  if (was === "code") goal(ALTEGIO.code, { form_id: form });
  const detail = {
    form, location: Number(company), id: Number(id), services: numbers(services), names: names.split("\n"), prices: numbers(prices),
    value: Number(value), currency,
  };
  say({ bookform: "event", name: "booked", detail });
  const params = { appointments: [Number(id)], companyId: Number(company), companyName: salon, isMobile: innerWidth < 640, event_id: "bookform-" + id };
  goal("booked", params);
  goal("Schedule", params);
}

document.addEventListener("submit", ({ target, submitter }) => {
  if (!["details", "code-form"].includes(target.id) || (submitter && submitter.hasAttribute("formaction"))) return;
  sent = target.id === "details" ? "details" : "code";
  try { store.setItem(SENT, sent); } catch { /* then a booking is told when htmx shows it, and not after a page load */ }
  if (sent === "details") event("details", {});
}, true);

document.addEventListener("keydown", (press) => {
  if (press.key !== "Escape" || press.defaultPrevented) return;
  const open = document.querySelector(".languages[open]");
  if (open) open.open = false; else say({ bookform: "escape" });
});

document.body.addEventListener("htmx:afterSettle", () => setTimeout(look));
addEventListener("popstate", () => setTimeout(look));

const { google, meta } = document.getElementById("step").dataset;
host.postMessage({ bookform: "ready", form: Boolean(document.querySelector("[data-step], [data-booked]")), ids: (google || meta) && { google, meta } }, "*");
goal("widget_loaded", { form_id: form });
measure();
look();
