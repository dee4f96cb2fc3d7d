package bookform.backend.http;

import static bookform.backend.http.Shape.accepted;
import static bookform.backend.http.Shape.acknowledged;
import static bookform.backend.http.Shape.many;
import static bookform.backend.http.Shape.nothing;
import static bookform.backend.http.Shape.one;

import bookform.altegio.wire.Activity;
import bookform.altegio.wire.ActivityBooking;
import bookform.altegio.wire.ActivityChoices.DatesRange;
import bookform.altegio.wire.ActivityChoices.Filter;
import bookform.altegio.wire.ActivityChoices.GroupService;
import bookform.altegio.wire.BookDates;
import bookform.altegio.wire.BookRequest;
import bookform.altegio.wire.BookRequest.Booked;
import bookform.altegio.wire.BookRequest.Change;
import bookform.altegio.wire.BookRequest.Check;
import bookform.altegio.wire.BookRequest.Code;
import bookform.altegio.wire.BookServices;
import bookform.altegio.wire.Bookform;
import bookform.altegio.wire.Comment;
import bookform.altegio.wire.Company;
import bookform.altegio.wire.Company.Details;
import bookform.altegio.wire.Country;
import bookform.altegio.wire.Country.BusinessGroup;
import bookform.altegio.wire.Country.City;
import bookform.altegio.wire.Country.PhoneValidity;
import bookform.altegio.wire.PrivacyPolicyText;
import bookform.altegio.wire.RecordView;
import bookform.altegio.wire.ReviewForm;
import bookform.altegio.wire.ReviewForm.Charged;
import bookform.altegio.wire.ReviewForm.Filled;
import bookform.altegio.wire.Seance;
import bookform.altegio.wire.Seance.Nearest;
import bookform.altegio.wire.SignIn;
import bookform.altegio.wire.SignIn.PasswordChange;
import bookform.altegio.wire.SignIn.Token;
import bookform.altegio.wire.SignIn.User;
import bookform.altegio.wire.SignIn.WithCode;
import bookform.altegio.wire.SignIn.WithPassword;
import bookform.altegio.wire.Staff;
import bookform.altegio.wire.WireJson;
import bookform.backend.store.Store;
import bookform.booking.BookingApi;
import bookform.booking.ClientApi;
import bookform.booking.EventApi;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The Altegio REST API: what it can do, one line per operation. It describes itself at {@code /openapi.json}. */
public final class RestApi {
    /** Where it is. */
    public static final String PATH = "/api/v1";

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final String EVERYTHING = "/api/*";
    private static final List<HandlerType> METHODS = List.of(HandlerType.GET, HandlerType.POST, HandlerType.PUT,
            HandlerType.PATCH, HandlerType.DELETE);

    private final FormOperations forms;
    private final ChoiceOperations choices;
    private final BookingOperations booking;
    private final RecordOperations records;
    private final EventOperations events;
    private final ClientOperations clients;
    private final OwnRecordOperations own;
    private final ReviewOperations reviews;
    private final CompanyOperations companies;
    private final DictionaryOperations dictionary = new DictionaryOperations();
    private final Exchange exchange;
    private final List<Operation> operations;
    private volatile byte[] description;

    /**
     * @param texts our sentences by language and key, in English for languages that we do not speak
     * @param demo whether the partner token {@code demo} is good for everything
     */
    public RestApi(BookingApi api, EventApi events, ClientApi clients, Store store, Clock clock,
            Function<Locale, Map<String, String>> texts, boolean demo) {
        var views = new RecordViews(store, clock);
        this.forms = new FormOperations(api, new WidgetTexts(texts));
        this.choices = new ChoiceOperations(api, clock);
        this.booking = new BookingOperations(api, views);
        this.records = new RecordOperations(api, store, views);
        this.events = new EventOperations(api, events, new EventViews(store), new EventFilters(texts), clock);
        this.clients = new ClientOperations(clients);
        this.own = new OwnRecordOperations(clients, views, records);
        this.reviews = new ReviewOperations(clients);
        this.companies = new CompanyOperations(api, store, clock);
        this.exchange = new Exchange(api, new Partners(store, demo), new RateLimits(System::nanoTime), new Refusals(texts));
        this.operations = operations();
    }

    /** Whether a request is for the API; what protects pages is not for it. */
    public static boolean isMeantBy(String path) {
        return path.startsWith("/api/");
    }

    /**
     * What the web server itself refuses, before it is a call: in the words of the API.
     *
     * @param headers takes a name and what it says
     */
    public static byte[] refuse(int status, BiConsumer<String, String> headers) {
        ApiHeaders.add(headers);
        headers.accept("Content-Type", Body.TYPE);
        return Format.BARE.body(status == 503 ? Refusal.unavailable() : Refusal.of(status, "The request cannot be read."));
    }

    public void add(RoutesConfig routes) {
        routes.get(PATH + "/openapi.json", this::describe);
        for (var operation : operations) {
            routes.addHttpHandler(operation.method(), PATH + operation.path(), ctx -> exchange.answer(ctx, operation));
        }
        routes.before(EVERYTHING, ctx -> {
            if (ctx.method() == HandlerType.OPTIONS || METHODS.contains(ctx.method())) return;
            refuse(ctx);
            ctx.skipRemainingHandlers();
        });
        routes.options(EVERYTHING, ApiHeaders::preflight);
        for (var method : METHODS) {
            routes.addHttpHandler(method, EVERYTHING, this::refuse);
        }
    }

    private void describe(Context ctx) throws IOException {
        ApiHeaders.add(ctx);
        Body.send(ctx, 200, description(), AN_HOUR);
    }

    /** Made when it is first asked for, not at the start, which it would make longer by a third. */
    private byte[] description() {
        if (description == null) description = WireJson.writeSorted(OpenApi.of(operations));
        return description;
    }

    /** What no operation is for: an unknown address, or a known one called in a way that it does not know. */
    private void refuse(Context ctx) throws IOException {
        var known = operations.stream().filter(operation -> operation.isAt(ctx.path()))
                .flatMap(operation -> operation.methods().stream()).toList();
        if (known.isEmpty()) {
            exchange.refuse(ctx, Refusal.notFound());
        } else {
            ctx.header("Allow", String.join(", ", known) + ", OPTIONS");
            exchange.refuse(ctx, Refusal.of(405, "This cannot be done here."));
        }
    }

    private List<Operation> operations() {
        // @formatter:off
        return new Operations()
            // The booking form and its texts
            .get   ("/bookform/{form}",                                     one(Bookform.class), forms::form)
            .get   ("/i18n/{language}",                                     one(Map.class).keptFor(AN_HOUR), forms::texts)
            .get   ("/privacy_policy/{location}",                           one(PrivacyPolicyText.class), forms::privacyPolicy)

            // What can be chosen
            .get   ("/book_services/{location}?service_ids&staff_id&datetime", one(BookServices.class), choices::services)
            .get   ("/book_staff/{location}?service_ids&staff_id&datetime", many(Staff.class), choices::staff)
            .get   ("/book_staff_seances/{location}/{staff}?service_ids&datetime", one(Nearest.class), choices::nearestSeances)
            .get   ("/book_dates/{location}?service_ids&staff_id&date&date_from&date_to", one(BookDates.class), choices::dates)
            .get   ("/book_times/{location}/{staff}/{date}?service_ids",    many(Seance.class), choices::times)

            // Booking
            .post  ("/book_code/{location}",                                Code.class, acknowledged(), booking::sendCode)
            .post  ("/book_check/{location}",                               Check.class, nothing().created(), booking::check)
            .post  ("/book_record/{location}",                              BookRequest.class, many(Booked.class).created(), booking::book)

            // What was booked
            .get   ("/book_records/{location}?api_id",                      many(Booked.class), records::bookedAs)
            .get   ("/book_record/{location}/{record}/{hash}",              one(RecordView.class), records::show)
            .put   ("/book_record/{location}/{record}/{hash}",              Change.class, one(RecordView.class), records::move)
            .put   ("/book_record/{location}/{record}?hash",                Change.class, one(RecordView.class), own::move)
            .get   ("/user/records/{record}/{hash}",                        many(RecordView.class), records::showMine)
            .delete("/user/records/{record}/{hash}",                        nothing(), records::cancelMine)

            // Group events
            .get   ("/activity/{location}/search?from&till&service_ids&staff_ids&resource_ids&page&count", many(Activity.class), events::search)
            .get   ("/activity/{location}/search_dates?from&till&service_ids&staff_ids&resource_ids", many(String.class), events::dates)
            .get   ("/activity/{location}/search_dates_range?service_ids&staff_ids&resource_ids", one(DatesRange.class), events::datesRange)
            .get   ("/activity/{location}/filters?from&till&service_ids&staff_ids&resource_ids", many(Filter.class), events::filters)
            .get   ("/activity/{location}/services?staff_id&term",          many(GroupService.class), events::services)
            .get   ("/activity/{location}/{event}",                         one(Activity.class), events::show)
            .post  ("/activity/{location}/{event}/book",                    ActivityBooking.class, one(ActivityBooking.Booked.class), events::book)

            // Clients who come back
            .post  ("/booking/auth",                                        WithPassword.class, one(User.class).created(), clients::signInWithPassword)
            .post  ("/user/auth",                                           WithCode.class, one(Token.class).created(), clients::signInWithCode)
            .delete("/booking/auth?everywhere",                             nothing(), clients::signOut)
            .get   ("/booking/user/data",                                   one(User.class), clients::show)
            .put   ("/booking/user",                                        SignIn.Change.class, accepted(), clients::change)
            .put   ("/booking/user/password",                               PasswordChange.class, one(Token.class), clients::changePassword)
            .get   ("/booking/user/phone_confirmation?phone&company_id",    accepted(), clients::sendPhoneChangeCode)
            .get   ("/user/records",                                        many(RecordView.class), own::list)
            .get   ("/user/records/{record}?company_id",                    many(RecordView.class), own::show)
            .delete("/user/records/{record}?company_id",                    nothing(), own::cancel)
            .get   ("/user/loyalty/abonements?company_id",                  many(Object.class), clients::loyalty)
            .get   ("/user/loyalty/certificates?company_id",                many(Object.class), clients::loyalty)
            .get   ("/user/loyalty_cards/{chain}",                          many(Object.class), clients::loyalty)

            // Reviews
            .get   ("/master_record_review/{token}",                        one(ReviewForm.class), reviews::show)
            .post  ("/master_record_review/{token}",                        Filled.class, one(Charged.class), reviews::review)
            .get   ("/comments/{location}?start_date&end_date&team_member_id&staff_id&rating&page&count", many(Comment.class), reviews::list)
            .post  ("/comments/{location}/{staff}",                         Comment.Draft.class, many(Comment.class).created(), reviews::comment)

            // Locations, under their old name and the new one
            .get   ("/companies?id&group_id&city_id&title&active&business_type_id&forBooking&page&count", many(Company.class), companies::list)
            .get   ("/locations?id&group_id&city_id&title&active&business_type_id&forBooking&page&count", many(Company.class), companies::list)
            .get   ("/company/{location}?forBooking&bookform_id",           one(Details.class), companies::show)
            .get   ("/locations/{location}?forBooking&bookform_id",         one(Details.class), companies::show)

            // Dictionaries
            .get   ("/countries",                                           many(Country.class).keptFor(A_DAY), dictionary::countries)
            .get   ("/cities?country_id&company_id&salon_id",               many(City.class), companies::cities)
            .get   ("/references/business_groups_with_types",               many(BusinessGroup.class).keptFor(A_DAY), dictionary::businesses)
            .get   ("/validation/validate_phone/{phone}",                   one(PhoneValidity.class), dictionary::validatePhone)
            .all();
        // @formatter:on
    }
}
