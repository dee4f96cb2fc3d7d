package bookform.cabinet;

/** Which booking system stands behind the pages of a test. */
enum Backend {
    /** Our own engine. */
    EMBEDDED,
    /** Our client of Altegio's API, which is our own server's. */
    ALTEGIO
}
