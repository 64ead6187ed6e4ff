package dev.onoma.core.store;

import dev.onoma.core.ticket.LoginCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Codes in memory. */
final class InMemoryCodes implements CodeStore {
    private final Map<Place, Tried> codes = new HashMap<>();

    private record Place(String connection, String address) {
        static Place of(LoginCode code) {
            return new Place(code.connection(), code.address());
        }

        /** Not the address. */
        @Override
        public String toString() {
            return "Place[" + connection + "]";
        }
    }

    private record Tried(LoginCode code, int tries) {}

    @Override
    public synchronized void put(LoginCode code) {
        codes.put(Place.of(code), new Tried(code, 0));
    }

    @Override
    public synchronized Optional<LoginCode> tryOnce(
            String connection, String address, String browserMac, int tries, Instant now) {
        Place place = new Place(connection, address);
        Tried tried = codes.get(place);
        if (tried == null
                || !tried.code().browserMac().equals(browserMac)
                || tried.tries() >= tries
                || !tried.code().expiresAt().isAfter(now)) {
            return Optional.empty();
        }
        codes.put(place, new Tried(tried.code(), tried.tries() + 1));
        return Optional.of(tried.code());
    }

    @Override
    public synchronized boolean take(LoginCode code) {
        Tried tried = codes.get(Place.of(code));
        boolean isThere = tried != null && tried.code().id().equals(code.id());
        if (isThere) {
            codes.remove(Place.of(code));
        }
        return isThere;
    }

    synchronized long purgeExpired(Instant now) {
        long size = codes.size();
        codes.values().removeIf(tried -> !tried.code().expiresAt().isAfter(now));
        return size - codes.size();
    }
}
