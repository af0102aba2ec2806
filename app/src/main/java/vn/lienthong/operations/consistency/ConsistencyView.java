package vn.lienthong.operations.consistency;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

/** One query for each question that a database can answer; each tells the first thousand places. */
@Mapper
interface ConsistencyView {

    /** How much there is to be asked about. */
    record Counts(long dossiers, long open, long steps, long clocks, long handovers) {}

    /**
     * A number where it was put.
     *
     * @param units everybody who had to do with the dossier
     * @param paper kind of paper that bears it; null: an entry of a register, or what quotes one
     */
    record Borne(String unit, List<String> units, @Nullable String paper, String number, String root) {}

    /** @param size what the papers say that it has; null: no paper refers to it */
    record File(byte[] sha256, byte[] bytes, @Nullable Long size) {}

    Counts counts();

    List<Found> stateDiffers();

    List<Found> processMissing();

    List<Found> processLeft();

    List<Found> processDoubled();

    List<Found> jobStuck();

    List<Found> legOpen();

    List<Found> legDiffers();

    List<Found> handoverMissing();

    List<Found> handoverDiffers();

    List<Found> incomingDiffers();

    List<Found> envelopeDiffers();

    List<Found> lineMissing();

    List<Found> lineLeft();

    List<Found> stepDoubled();

    List<Found> stepDiffers();

    List<Found> receptionDiffers();

    List<Found> legHistoryDiffers();

    List<Found> eventDoubled();

    List<Found> clockMissing();

    List<Found> clockLeft();

    List<Found> ledgerDiffers();

    List<Found> rungDiffers();

    List<Found> fileMissing();

    void dossierNumbers(ResultHandler<String> each);

    void numbersBorne(ResultHandler<Borne> each);

    void files(ResultHandler<File> each);
}
