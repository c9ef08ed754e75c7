package dev.tocsin.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTest {

  @ParameterizedTest
  @CsvSource({
    "cloudtrail/management-events, cloudtrail/<wbr>management-<wbr>events",
    "Security/RootUsage2Changes, Security/<wbr>Root<wbr>Usage2<wbr>Changes",
    "security@example.com, security@<wbr>example.<wbr>com",
    "KMSKeys--old/, KMSKeys--<wbr>old/",
    "a<b>-&c, a&lt;b&gt;-<wbr>&amp;c",
    "plain, plain",
  })
  void aNameIsBrokenWhereItsPartsMeet(String name, String html) {
    assertThat(Html.name(name)).hasToString(html);
  }
}
