package vn.lienthong.interconnection.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.dossier.DossierState;

/** The ten codes never move back. */
class StateOrderTest {

    @ParameterizedTest
    @CsvSource({
        "1,2", "1,3", "2,4", "2,5", "4,5", "5,4", "5,2", "4,6", "6,4", "4,7", "4,8", "4,9", "9,10", "5,7", "5,8", "9,8"
    })
    void a_dossier_goes_on_pauses_and_goes_on_again(int known, int next) {
        assertThat(StateOrder.mayFollow(DossierState.ofCode(known), DossierState.ofCode(next)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2,1", "4,2", "4,1", "4,3", "9,4", "9,5", "5,1", "6,2", "9,7"})
    void it_never_goes_back(int known, int next) {
        assertThat(StateOrder.mayFollow(DossierState.ofCode(known), DossierState.ofCode(next)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void what_ended_never_rises_and_nothing_follows_itself(DossierState state) {
        assertThat(StateOrder.mayFollow(state, state)).isFalse();
        if (state.isFinal()) {
            for (DossierState next : DossierState.values()) {
                assertThat(StateOrder.mayFollow(state, next)).isFalse();
            }
        }
    }

    @Test
    void the_ends_are_those_of_the_dossier() {
        assertThat(Set.of(DossierState.values()).stream()
                        .filter(DossierState::isFinal)
                        .map(DossierState::code))
                .containsExactlyInAnyOrder(3, 7, 8, 10);
    }
}
