package vn.lienthong.deadline;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;

/** What agencies used of their budgets. Written once. */
@Mapper
interface ConsumptionMapper {

    void keep(Consumption consumption);

    List<Consumption> ofDossier(String dossier);
}
