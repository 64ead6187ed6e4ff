package dev.onoma.store.jdbc.spaces;

import dev.onoma.core.store.IdSpaces;
import dev.onoma.store.jdbc.sql.Database;
import dev.onoma.store.jdbc.sql.DuplicateKeyException;
import java.util.List;
import java.util.Optional;

/** In which id space each connection was first used. */
public final class IdSpaceRows implements IdSpaces {
    private static final String INSERT = "insert into onoma_id_spaces (tenant, connection, id_space) values (?, ?, ?)";
    private static final String UPDATE = "update onoma_id_spaces set id_space = ? where tenant = ? and connection = ?";

    private final String tenant;
    private final Database database;

    public IdSpaceRows(String tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    @Override
    public Optional<String> pinned(String connection) {
        String select = "select id_space from onoma_id_spaces where tenant = ? and connection = ?";
        return database.read(
                "pinned",
                sql -> sql.query(
                        rows -> rows.next() ? Optional.of(rows.getString("id_space")) : Optional.empty(),
                        select,
                        List.of(tenant, connection)));
    }

    @Override
    public String pin(String connection, String idSpace) {
        return pinned(connection).orElseGet(() -> insert(connection, idSpace) ? idSpace : pin(connection, idSpace));
    }

    /** Whether this call was the first. */
    private boolean insert(String connection, String idSpace) {
        try {
            database.statement("pin", sql -> sql.update(INSERT, List.of(tenant, connection, idSpace)));
            return true;
        } catch (DuplicateKeyException pinned) {
            return false;
        }
    }

    @Override
    public void repin(String connection, String idSpace) {
        int updated = database.statement("repin", sql -> sql.update(UPDATE, List.of(idSpace, tenant, connection)));
        if (updated == 0 && !insert(connection, idSpace)) {
            repin(connection, idSpace);
        }
    }
}
