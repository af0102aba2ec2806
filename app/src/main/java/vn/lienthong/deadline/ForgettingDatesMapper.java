package vn.lienthong.deadline;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface ForgettingDatesMapper {

    /** Lets the words of this dossier's ledgers go, until the end of the transaction. */
    String allow(String root);

    void entries(String root);

    void escalations(String root);

    void extensions(List<String> numbers);

    void apologies(List<String> numbers);
}
