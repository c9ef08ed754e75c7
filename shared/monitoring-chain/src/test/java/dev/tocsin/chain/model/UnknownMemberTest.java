package dev.tocsin.chain.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownMemberTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          snapshot | NextToken     | the listing goes on: add the pages that follow and leave this member out
          snapshot | trailList     | no such member; name the list `trails`
          snapshot | Trails        | no such member; it is spelled `trails`
          snapshot | policies      | no such member; it is spelled `Policies`
          snapshot | trials        | no such member; did you mean `trails`?
          snapshot | trailsss      | no such member; did you mean `trails`?
          snapshot | somethingElse | no such member; leave it out
          topic    | Policy        | no such member; it belongs into `Attributes`
          topic    | FifoTopic     | no such member; it belongs into `Attributes`
          snapshot | AlarmActions  | no such member; leave it out
          snapshot | alarmRule     | no such member; its place is `regions.….CompositeAlarms[].AlarmRule`
          """)
  void saysWhatWasProbablyMeant(String where, String name, String told) {
    Class<?> type = where.equals("topic") ? Topic.class : Snapshot.class;

    assertThat(UnknownMember.explain(type, name)).isEqualTo(told);
  }
}
