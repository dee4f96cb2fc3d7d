package bookform.bench;

import io.javalin.Javalin;

/** The ceiling of a start: the same Javalin, and one line of text. {@code --port} and its number come first. */
final class BareServer {
    private BareServer() {}

    public static void main(String[] arguments) {
        Javalin.create(javalin -> {
            javalin.startup.showJavalinBanner = false;
            javalin.concurrency.useVirtualThreads = true;
            javalin.jetty.host = "127.0.0.1";
            javalin.jetty.port = Integer.parseInt(arguments[1]);
            javalin.routes.get(Child.FIRST_PAGE, ctx -> ctx.result("Hello"));
        }).start();
    }
}
