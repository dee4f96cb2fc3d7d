package bookform.web;

import bookform.booking.Tracking;
import java.util.Optional;

/**
 * What a page is beside its step: language, title for the browser's tab, and look.
 *
 * @param tracking where the business counts, for the page around a frame
 * @param shared what search engines and messengers may show of it; empty on a page that they should pass over
 */
public record Document(Texts t, String title, Look look, Tracking tracking, Optional<Shared> shared) {}
