package vn.lienthong.procedure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a finished dossier is kept whose procedure does not say it.
 *
 * @param years from the end of the year in which it was finished. Twenty: long enough for most schedules; an agency enters
 *     what its own schedule says.
 * @param source the schedule that says so; it stands in the record of what was destroyed
 */
@ConfigurationProperties("lienthong.retention")
public record RetentionSettings(
        @DefaultValue("20") int years,
        @DefaultValue("33/2024/QH15") String source) {

    Edition.Retention usual() {
        return new Edition.Retention(Math.max(1, Math.min(years, Edition.Retention.MOST_YEARS)), source);
    }
}
