package bookform.wizard;

import bookform.booking.ChainLocation;
import bookform.booking.FormStep.Kind;
import bookform.booking.Location.Coordinates;
import bookform.web.Assets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What {@code templates/wizard/locationStep.jte} prints.
 *
 * @param cities one without a title when they are all in the same city, or do not say where
 * @param script sorts by distance where the browser tells a position, which stays in the browser
 */
public record LocationView(Frame frame, List<City> cities, boolean sortable, String script) {
    /** The locations in one city. */
    public record City(String title, List<Place> places) {}

    /**
     * One location to choose.
     *
     * @param soon its next free day; empty when that is not known
     * @param latitude degrees; null where it is not known, as is the longitude
     */
    public record Place(String title, String address, String soon, String latitude, String longitude, String url, boolean chosen) {}

    static LocationView of(Walk walk, List<ChainLocation> locations, Instant now, Assets assets, String notice) {
        var byCity = new LinkedHashMap<String, List<Place>>();
        for (var location : locations) byCity.computeIfAbsent(location.city(), city -> new ArrayList<>()).add(place(walk, location, now));
        var cities = byCity.size() < 2 ? List.of(new City("", byCity.values().stream().flatMap(List::stream).toList()))
                : byCity.entrySet().stream().map(city -> new City(city.getKey(), city.getValue())).toList();
        var sortable = locations.stream().filter(location -> location.coordinates().isPresent()).count() > 1;
        var frame = Frame.around(walk, Kind.LOCATION, assets, notice);
        return new LocationView(locations.isEmpty() ? frame.leadingNowhere(walk.t().text("locations.empty")) : frame, cities, sortable,
                assets.url("nearest.js"));
    }

    private static Place place(Walk walk, ChainLocation location, Instant now) {
        var selection = walk.selection().withLocation(location.id());
        var next = location.nextSlot().map(start -> LocalDate.ofInstant(start, location.zone()));
        return new Place(location.title(), location.address(),
                TeamMemberView.soon(walk.t(), next, LocalDate.ofInstant(now, location.zone())),
                location.coordinates().map(Coordinates::latitude).map(String::valueOf).orElse(null),
                location.coordinates().map(Coordinates::longitude).map(String::valueOf).orElse(null),
                selection.url(Flow.page(walk.flow().next(Kind.LOCATION, selection))),
                walk.selection().location().filter(id -> id == location.id()).isPresent());
    }
}
