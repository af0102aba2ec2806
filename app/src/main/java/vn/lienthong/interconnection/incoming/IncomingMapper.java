package vn.lienthong.interconnection.incoming;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface IncomingMapper {

    void insert(Incoming incoming);

    @Nullable Incoming find(@Param("handover") UUID handover);

    @Nullable Incoming ofNumber(@Param("number") String number);

    /** @return 0 when it is over */
    int move(UUID handover, Incoming.State state);

    /** @return the sequence of the next envelope that goes back */
    int countSent(@Param("handover") UUID handover);

    /** Those of our own dossiers that are for a dossier kept elsewhere under this number. */
    List<String> numbersOf(@Param("origin") String origin);
}
