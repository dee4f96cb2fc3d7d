package bookform.altegio;

import bookform.altegio.wire.Company;
import bookform.altegio.wire.Country;
import bookform.altegio.wire.WireTime;
import bookform.booking.Chain;
import bookform.booking.ChainLocation;
import bookform.booking.Html;
import bookform.booking.Location;
import bookform.booking.Location.Asked;
import bookform.booking.Location.Coordinates;
import bookform.phones.PhoneNumbers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A location in our words (altegio-api.md §6.2), with what the wire leaves open found out: its zone, country and currency. */
final class Places {
    private static final long LONGEST_RULE = Duration.ofDays(10_000).toSeconds();

    private Places() {}

    /**
     * @param countries the dictionary, which is asked for only when the country's name is not one that we know
     */
    static Location of(Call call, JsonNode data, Supplier<List<Country>> countries) {
        var details = Reply.read(call, data, Company.Details.class);
        var company = details.company();
        var country = country(company, countries);
        return new Location(company.id(), title(company), company.address(),
                company.city(),
                PhoneNumbers.pretty(company.phone(), country), zone(data), country, currency(company.currencyShortTitle(), country),
                coordinates(company),
                new Html(company.description()), Optional.of(company.logo()).filter(logo -> !logo.isBlank()),
                allowed(details.allowDeleteRecord(), details.allowDeleteRecordDelayStep()),
                allowed(details.allowChangeRecord(), details.allowChangeRecordDelayStep()),
                details.bookingEmailHidden() ? Asked.HIDDEN : details.bookingEmailRequired() ? Asked.REQUIRED : Asked.OPTIONAL,
                details.showAnyMaster(), company.remindsSmsDisabled() ? 0 : Math.max(0, company.remindsSmsDefault()),
                chain(data.path("main_group")));
    }

    /** From the list of a chain. */
    static ChainLocation ofChain(Call call, JsonNode data) {
        var company = Reply.read(call, data, Company.class);
        var zone = zone(data);
        return new ChainLocation(company.id(), title(company), company.address(), company.city(), PhoneNumbers.pretty(company.phone(), ""),
                zone,
                coordinates(company), company.phoneConfirmation(), company.nextSlot().flatMap(text -> WireTime.instant(text, zone)));
    }

    private static String title(Company company) {
        return company.publicTitle().isBlank() ? company.title() : company.publicTitle();
    }

    private static Optional<Chain> chain(JsonNode group) {
        return Optional.of(new Chain(group.path("id").asLong(0), group.path("title").asString(""))).filter(chain -> chain.id() > 0);
    }

    private static Optional<Duration> allowed(boolean allowed, long secondsBefore) {
        return allowed ? Optional.of(Duration.ofSeconds(Math.clamp(secondsBefore, 0, LONGEST_RULE))) : Optional.empty();
    }

    /** A name where there is one, in either of two fields; else hours east of UTC, which are wrong for half of the year. */
    private static ZoneId zone(JsonNode data) {
        return Stream.of(data.path("timezone_name"), data.path("timezone")).flatMap(field -> zone(field.asString("")).stream()).findFirst()
                .orElse(ZoneOffset.UTC);
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            if (text.isBlank()) return Optional.empty();
            if (!text.matches("[-+]?[0-9]{1,2}(\\.[0-9]+)?")) return Optional.of(ZoneId.of(text));
            return Optional.of(ZoneOffset.ofTotalSeconds((int) Math.round(Double.parseDouble(text) * 3600)));
        } catch (DateTimeException noSuchZone) {
            return Optional.empty();
        }
    }

    private static String country(Company company, Supplier<List<Country>> countries) {
        return Arrays.stream(Locale.getISOCountries())
                .filter(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(company.country())).findFirst()
                .or(() -> countries.get().stream().filter(country -> country.id() == company.countryId()).map(Country::isoCode)
                        .filter(code -> code.length() == 2).findFirst())
                .orElse("");
    }

    /** The wire has its sign alone, and many a currency has the same one: the country's own comes first. */
    private static Currency currency(String sign, String country) {
        var own = own(country);
        return Stream.concat(own.stream(), Currency.getAvailableCurrencies().stream())
                .filter(currency -> isSign(sign, currency, country)).findFirst()
                .or(() -> own).orElse(Currency.getInstance("EUR"));
    }

    private static boolean isSign(String sign, Currency currency, String country) {
        return currency.getCurrencyCode().equalsIgnoreCase(sign) || currency.getSymbol(Locale.ENGLISH).equals(sign)
                || currency.getSymbol(Locale.of("en", country)).equals(sign);
    }

    /** None for codes that no standard has, such as that of Kosovo. */
    private static Optional<Currency> own(String country) {
        try {
            return country.isEmpty() ? Optional.empty() : Optional.ofNullable(Currency.getInstance(Locale.of("", country)));
        } catch (IllegalArgumentException noSuchCountry) {
            return Optional.empty();
        }
    }

    private static Optional<Coordinates> coordinates(Company company) {
        return company.coordinateLat() == 0 && company.coordinateLon() == 0 ? Optional.empty()
                : Optional.of(new Coordinates(company.coordinateLat(), company.coordinateLon()));
    }
}
