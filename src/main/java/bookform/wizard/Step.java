package bookform.wizard;

import io.javalin.http.Context;

/** One step of the wizard: asks the booking system and shows what there is to choose. */
interface Step {
    /**
     * @param walk the way here, free of obstacles
     * @param notice a sentence to be read first; empty for none
     */
    void show(Context ctx, Walk walk, String notice);
}
