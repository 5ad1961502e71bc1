package linxi.query.export;

import java.io.IOException;
import java.io.OutputStream;
import linxi.query.QueryRule;
import linxi.query.Refused;

/** What files there are. */
public enum Format {
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public TableFile open(OutputStream out) {
            return new ExcelFile(out);
        }
    },
    CSV("csv", "text/csv;charset=UTF-8") {
        @Override
        public TableFile open(OutputStream out) throws IOException {
            return new CsvFile(out);
        }
    };

    private final String extension;
    private final String contentType;

    Format(String extension, String contentType) {
        this.extension = extension;
        this.contentType = contentType;
    }

    /** @throws Refused for any other, as for every address that there is not */
    public static Format of(String extension) {
        for (var format : values()) {
            if (format.extension.equals(extension)) {
                return format;
            }
        }
        throw new Refused(QueryRule.NO_SUCH_PATH, null, extension);
    }

    public String extension() {
        return extension;
    }

    public String contentType() {
        return contentType;
    }

    public abstract TableFile open(OutputStream out) throws IOException;
}
