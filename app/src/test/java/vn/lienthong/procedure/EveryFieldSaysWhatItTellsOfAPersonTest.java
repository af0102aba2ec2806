package vn.lienthong.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class EveryFieldSaysWhatItTellsOfAPersonTest {

    @Autowired
    Catalogue catalogue;

    @Test
    void a_new_field_is_put_into_one_of_the_lists() {
        var unsaid = new TreeSet<String>();
        catalogue.all().forEach(procedure -> {
            Edition edition = procedure.edition();
            procedure
                    .forms()
                    .forEach(form -> form.paths().stream()
                            .filter(path -> PersonalData.of(path).isEmpty())
                            .forEach(path -> unsaid.add(edition.key() + "/" + form.key() + ": " + path)));
        });

        assertThat(unsaid)
                .as("Thêm tên trường vào forms/src/main/resources/forms/shared/personal-data.yml")
                .isEmpty();
    }

    @Test
    void the_longer_name_goes_first() {
        assertThat(PersonalData.of("deceased.fullName")).contains(PersonalData.ORDINARY);
        assertThat(PersonalData.of("children[].name")).contains(PersonalData.ORDINARY);
        assertThat(PersonalData.of("business.name")).contains(PersonalData.NONE);
        assertThat(PersonalData.of("beneficiary.bankAccount")).contains(PersonalData.SENSITIVE);
        assertThat(PersonalData.of("never.heardOf")).isEmpty();
    }
}
