package bookform.backend.http;

import bookform.altegio.wire.Envelope;
import bookform.altegio.wire.Envelope.Message;

/**
 * What an operation says when all went well, whatever the format.
 *
 * @param data a record of the wire, a list, a map, or null
 * @param meta what the envelope carries beside it
 */
record Answer(Object data, Object meta) {
    static Answer of(Object data) {
        return new Answer(data, Envelope.NO_META);
    }

    static Answer of(Object data, Object meta) {
        return new Answer(data, meta);
    }

    static Answer nothing() {
        return of(null);
    }

    static Answer message(String message) {
        return of(null, new Message(message));
    }
}
