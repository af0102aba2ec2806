package vn.lienthong.worklist;

import org.apache.ibatis.annotations.Mapper;

@Mapper
interface RenamingMapper {

    /** @param words by which a line is found */
    void lines(String origin, String dossier, String applicant, String words);

    void sheets(String dossier, String applicant);
}
