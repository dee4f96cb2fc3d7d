package bookform.web;

/** What a page is beside its step: language, title for the browser's tab, and look. */
public record Document(Texts t, String title, Look look) {}
