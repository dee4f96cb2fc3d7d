/**
 * What every page needs, whatever it is about: the layout around a step, texts in many languages, error pages, assets, and the
 * rules that keep other sites out.
 */
package bookform.web;
