package bookform;

import bookform.backend.http.RestApi;
import bookform.web.ErrorPages;
import bookform.web.Pages;
import bookform.web.SecurityHeaders;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What Jetty refuses by itself: what is no HTTP, is too long, or comes while we stop. Whoever asked reads a page of ours all the same, in
 * their language where that is known; a program reads JSON.
 */
final class TurnedAway implements Request.Handler {
    private final ErrorPages errorPages;

    TurnedAway(ErrorPages errorPages) {
        this.errorPages = errorPages;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var status = response.getStatus();
        if (status == 503) response.getHeaders().put("Retry-After", "10");
        response.write(true, ByteBuffer.wrap(answer(request, response, status)), callback);
        return true;
    }

    private byte[] answer(Request request, Response response, int status) {
        var headers = response.getHeaders();
        var path = request.getHttpURI().getPath();
        if (RestApi.isMeantBy(path)) return RestApi.refuse(status, headers::put);
        SecurityHeaders.add(path, headers::put);
        headers.put("Content-Type", Pages.HTML);
        var query = request.getHttpURI().getQuery();
        return errorPages.page(new ErrorPages.Head(request.getMethod(), path, query, request.getHeaders()::get), status);
    }
}
