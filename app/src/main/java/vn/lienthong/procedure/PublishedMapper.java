package vn.lienthong.procedure;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface PublishedMapper {

    enum Kind {
        FILE,
        FORM,
        SHARED_FORM
    }

    record File(String procedure, LocalDate edition, Kind kind, String name, byte[] content) {}

    record Withdrawn(String procedure, LocalDate edition) {}

    long revision();

    void raiseRevision();

    List<File> files();

    void insert(File file);

    List<Withdrawn> withdrawn();

    void withdraw(String procedure, LocalDate edition);
}
