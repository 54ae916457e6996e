package io.stockpile.pipeline.erase.text;

import static io.stockpile.pipeline.records.Vocabulary.STOCKTWITS;
import static io.stockpile.pipeline.records.Vocabulary.STOCKTWITS_PAGES;
import static io.stockpile.pipeline.records.Vocabulary.TWITTER;
import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.pipeline.erase.text.Reason.Kind;
import io.stockpile.pipeline.erase.text.Reason.Part;
import io.stockpile.pipeline.records.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineEraserTest {
  private static final String MESSAGE =
      "{\"id\":5,\"body\":\"b\",\"created_at\":\"2017-01-01T00:00:00Z\","
          + "\"user\":{\"id\":50,\"username\":\"u\"}}";
  private static final ListedIds IDS =
      new ListedIds()
          .addMessage(5)
          .addStocktwitsUser(70)
          .addTweet(900)
          .addTwitterUser(1000)
          .addPlaces(1100, 950);

  private static Erased erase(Vocabulary vocabulary, String line) {
    return Erasing.of(vocabulary, IDS, json(line));
  }

  private static String rest(Vocabulary vocabulary, String line) {
    String rest = Erasing.rest(vocabulary, IDS, json(line));
    assertThat(rest.isEmpty() ? "" : Erasing.rest(vocabulary, IDS, rest)).isEqualTo(rest);
    return rest.replace('"', '\'');
  }

  private static String json(String line) {
    return line.replace('\'', '"');
  }

  private static void goes(Vocabulary vocabulary, String line, Kind kind, long id) {
    assertThat(erase(vocabulary, line))
        .as(line)
        .isEqualTo(new Erased.Whole(List.of(new Reason(kind, id, Part.LINE))));
  }

  private static void stays(Vocabulary vocabulary, String line) {
    assertThat(erase(vocabulary, line)).as(line).isInstanceOf(Erased.Untouched.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':5,'body':'b','user':{'id':50}}",
        "{'body':'b','user':{'id':50},'id':5}",
        "{'object':'Message','action':'create','data':{'id':5,'body':'b','user':{'id':50}},'time':'t'}",
        "{'object':'Message','action':'create','data':{'id':5}}",
        "{'verb':'post','id':'tag:firehose.stocktwits.com:note/5','actor':{'id':'person:stocktwits:50'},'object':{'id':'note:stocktwits:5'}}",
        "{'\\u0069d':5,'body':'b','user':{'id':50}}",
        "{'id':'5','body':'b','user':{'id':50}}",
        " { 'id' : 5 , 'body' : 'b' , 'user' : { 'id' : 50 } } ",
      })
  void theLineOfAnErasedMessageGoes(String line) {
    goes(STOCKTWITS, line, Kind.MESSAGE, 5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':6,'body':'b','user':{'id':70,'username':'u'}}",
        "{'object':'Message','action':'create','data':{'id':6,'body':'b','user':{'id':70}}}",
        "{'verb':'post','id':'tag:firehose.stocktwits.com:note/6','actor':{'id':'person:stocktwits:70'}}",
        "{'object':'Friendship','action':'create','data':{'follower_id':70,'following_id':8}}",
        "{'object':'Friendship','action':'destroy','data':{'follower':{'id':8},'following':{'id':70}}}",
        "{'object':'Friendship','action':'create','data':{'user':{'id':8},'target_user':{'id':70}}}",
        "{'object':'Block','action':'create','data':{'blocker_id':8,'blocked_id':70}}",
        "{'object':'Block','action':'create','data':{'subject_id':70,'object_id':8}}",
        "{'object':'LikeMessage','action':'create','data':{'user_id':70,'message_id':8}}",
        "{'object':'LikeMessage','action':'create','data':{'user':{'id':70},'message':{'id':8}}}",
      })
  void whatAnErasedUserWroteOrIsASideOfGoes(String line) {
    goes(STOCKTWITS, line, Kind.STOCKTWITS_USER, 70);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':70,'body':'5','user':{'id':5,'username':'u'}}",
        "{'id':6,'body':'b','user':{'id':50},'symbols':[{'id':5,'symbol':'A','title':'T'},{'id':70}],'source':{'id':5,'title':'t','url':'u'}}",
        "{'id':6,'body':'b','user':{'id':50},'conversation':{'parent_message_id':5,'in_reply_to_message_id':5,'replies':1}}",
        "{'id':6,'body':'b','user':{'id':50},'entities':{'chart':{'id':5,'url':'u'},'discussable':{'type':'x','x':{'id':5,'body':'an"
            + " article'}}}}",
        "{'verb':'post','id':'tag:firehose.stocktwits.com:note/6','actor':{'id':'person:stocktwits:50'},'inReplyTo':{'id':'tag:firehose.stocktwits.com:note/5','objectType':'comment','link':'l'}}",
        "{'object':'Friendship','action':'create','data':{'id':70,'follower_id':5,'following_id':8}}",
        "{'object':'LikeMessage','action':'create','data':{'id':5,'user_id':8,'message_id':5,'created_at':'2018'}}",
        "{'object':'LikeMessage','action':'create','data':{'id':5,'user':{'id':8},'created_at':'2018','message':{'id':5}}}",
        "{'object':'Message','action':'destroy','data':{'id':5},'time':'2018-01-01T00:00:00Z'}",
        "[5,70]",
        "70",
        "'70'",
        "",
      })
  void whatOnlyNamesTheErasedOrSharesANumberWithItStays(String line) {
    stays(STOCKTWITS, line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.0", "0.5e1", "5E0", "500e-2", "50.00E-1", "0.00000005e8"})
  void anIdIsTheSameHoweverItsNumberIsWritten(String five) {
    goes(STOCKTWITS, "{'id':" + five + ",'body':'b','user':{'id':50}}", Kind.MESSAGE, 5);
    goes(
        STOCKTWITS,
        "{'object':'Message','action':'create','data':{'body':'b','user':{'id':50},'id':%s}}"
            .formatted(five),
        Kind.MESSAGE,
        5);
    goes(STOCKTWITS, "{'id' : " + five + ",'body':'cut off he", Kind.MESSAGE, 5);
    assertThat(
            rest(STOCKTWITS, "{'id':6,'body':'a','user':{'id':50},'x':[{'message':{'id':" + five))
        .isEmpty();
    assertThat(
            rest(
                STOCKTWITS,
                "{'id':6,'body':'a','user':{'id':50},'likes':{'user_ids':[7E1,7.1e1,7.5]},'reshare_message':{'message':{'id':%s,'body':'b'}}}"
                    .formatted(five)))
        .isEqualTo(
            "{'id':6,'body':'a','user':{'id':50},'likes':{'user_ids':[7.1e1,7.5]},'reshare_message':{}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5.1",
        "5e-1",
        "5e1",
        "-5.0",
        "5e18446744073709551616",
        "5e999999999",
        "5e-2147483648",
        "5e-999999999",
        "50000000000000000000000000.0",
      })
  void anotherNumberIsNotTheId(String other) {
    stays(STOCKTWITS, "{'id':" + other + ",'body':'b','user':{'id':50}}");
  }

  @Test
  void aReshareLosesTheMessageThatItShares() {
    String head = "{'id':6,'body':'see','user':{'id':50},'reshare_message':{";
    assertThat(
            rest(
                STOCKTWITS,
                head + "'message':{'id':5,'body':'b','user':{'id':51}},'reshared_count':1}}"))
        .isEqualTo(head + "'reshared_count':1}}");
    assertThat(
            rest(
                STOCKTWITS,
                head
                    + "'reshared_count':1,'message':{'id':9,'body':'b','user':{'id':70}}},'x':[]}"))
        .isEqualTo(head + "'reshared_count':1},'x':[]}");
    goes(
        STOCKTWITS,
        head.replace("see", "b\\u0026") + "'message':{'id':5,'body':'b&','user':{'id':51}}}}",
        Kind.MESSAGE,
        5);
  }

  @Test
  void copiesAtAnyDepthGo() {
    assertThat(
            rest(
                STOCKTWITS,
                "{'id':6,'body':'a','user':{'id':50},'reshare_message':{'message':{'id':7,'body':'b',"
                    + "'user':{'id':51},'conversation':{'parent':{'id':5,'body':'c','user':{'id':52}},"
                    + "'replies':2}}},'in_reply_to':{'id':5},'likes':{'total':2,'user_ids':[70,71]}}"))
        .isEqualTo(
            "{'id':6,'body':'a','user':{'id':50},'reshare_message':{'message':{'id':7,'body':'b',"
                + "'user':{'id':51},'conversation':{'replies':2}}},'likes':{'total':2,'user_ids':[71]}}");
  }

  @Test
  void ofADestroyedMessageTheIdsStay() {
    String head = "{'object':'Message','action':'destroy','data':{'id':5,";
    String text = "'body':'b','created_at':'2018-01-01T00:00:00Z',";
    String user =
        "'user':{'id':50,'username':'u','followers':3},'symbols':[{'id':1}]},'time':'2018'}";
    assertThat(rest(STOCKTWITS, head + text + user))
        .isEqualTo(head + "'created_at':'2018-01-01T00:00:00Z','user':{'id':50}},'time':'2018'}");
    assertThat(erase(STOCKTWITS, head + text + user))
        .isInstanceOfSatisfying(
            Erased.Rewritten.class,
            rewritten ->
                assertThat(rewritten.reasons())
                    .containsExactly(new Reason(Kind.MESSAGE, 5, Part.EMBEDDED)));
    String other = head.replace("5", "6") + text + user;
    stays(STOCKTWITS, other);
    assertThat(rest(STOCKTWITS, other.replace("50", "70"))).doesNotContain("body", "username");
  }

  @Test
  void whatStandsBesideTheDataIsLookedThroughToo() {
    String destroy = "{'object':'Message','action':'destroy','data':{'id':6}";
    assertThat(rest(STOCKTWITS, destroy + ",'actor':{'id':70,'username':'u'},'time':'t'}"))
        .isEqualTo(destroy + ",'time':'t'}");
    String like = "{'object':'LikeMessage','action':'create','data':{'user_id':1,'message_id':5}";
    assertThat(rest(STOCKTWITS, like + ",'message':" + MESSAGE + "}")).isEqualTo(like + "}");
    goes(
        STOCKTWITS,
        "{'object':'Message','action':'create','data':{'id':6,'body':'a','user':{'id':1}},'data':"
            + MESSAGE
            + "}",
        Kind.MESSAGE,
        5);
  }

  @Test
  void ofALikedMessageTheIdsStay() {
    assertThat(
            rest(
                STOCKTWITS,
                "{'object':'LikeMessage','action':'create','data':{'id':1,'user':{'id':8,'username':'v'},"
                    + "'message':{'id':5,'body':'b','user':{'id':50,'username':'u'}}},'time':'t'}"))
        .isEqualTo(
            "{'object':'LikeMessage','action':'create','data':{'id':1,'user':{'id':8,'username':'v'},"
                + "'message':{'id':5,'user':{'id':50}}},'time':'t'}");
  }

  @Test
  void ofAPageElementsGoOneByOne() {
    String head =
        "{'url':'https://api.stocktwits.com/api/2/streams/user/70.json','received_at':'t','status':200,'body':{"
            + "'response':{'status':200},";
    String cursor = "'cursor':{'more':true,'since':5,'max':70},";
    String kept = "{'id':6,'body':'a','user':{'id':50,'username':'u'}}";
    assertThat(
            rest(
                STOCKTWITS_PAGES,
                head
                    + "'user':{'id':70,'username':'x'},"
                    + cursor
                    + "'messages':["
                    + "{'id':5,'body':'b','user':{'id':50,'username':'u'}},"
                    + kept
                    + ",{'id':7,'body':'b','user':{'id':70,'username':'u'}}]}}"))
        .isEqualTo(head + cursor + "'messages':[" + kept + "]}}");
    assertThat(
            rest(
                STOCKTWITS_PAGES,
                head + "'users':[{'id':70,'username':'x'},{'id':71,'username':'y'}]}}"))
        .isEqualTo(head + "'users':[{'id':71,'username':'y'}]}}");
    assertThat(
            rest(
                STOCKTWITS_PAGES,
                head
                    + "'results':[{'type':'symbol','id':70,'symbol':'A'},"
                    + "{'type':'user','id':70,'username':'y'}]}}"))
        .isEqualTo(head + "'results':[{'type':'symbol','id':70,'symbol':'A'}]}}");
    assertThat(rest(STOCKTWITS_PAGES, head + "'message':" + MESSAGE + "}}"))
        .isEqualTo(head.substring(0, head.length() - 1) + "}}");
    stays(
        STOCKTWITS_PAGES,
        head + "'watchlist':{'id':5,'name':'my picks','symbols':[{'id':70,'symbol':'FB'}]}}}");
  }

  @Test
  void ofALineThatIsAListEachElementCountsAsALine() {
    String destroy = "{'object':'Message','action':'destroy','data':{'id':5%s}}";
    String like = "{'object':'LikeMessage','action':'create','data':{'user_id':70,'message_id':8}}";
    String kept = "{'id':6,'body':'b','user':{'id':50}}";
    assertThat(
            rest(
                STOCKTWITS,
                "[%s,%s,[%s,%s],5]"
                    .formatted(destroy.formatted(",'body':'b'"), like, kept, MESSAGE)))
        .isEqualTo("[%s,[%s],5]".formatted(destroy.formatted(""), kept));
    String event = "[{'delete':{'status':{'id':900%s}}}]";
    assertThat(rest(TWITTER, event.formatted(",'text':'t'"))).isEqualTo(event.formatted(""));
  }

  @Test
  void ofPagesOfDeletionsOnlyTheNameGoes() {
    String head = "{'url':'u','received_at':'t','status':200,'body':{'cursor':{'since':5},";
    stays(
        STOCKTWITS_PAGES,
        head + "'messages':[{'id':5,'message_id':5,'deleted_at':'2012-08-13T22:29:04Z'}]}}");
    String users = "'users':[{'id':5,'user_id':70,%s'deleted_at':'2012-08-13T18:22:53Z'},";
    String other = "{'id':70,'user_id':5,'username':'y','deleted_at':'2012-08-13T18:22:53Z'}]}}";
    assertThat(rest(STOCKTWITS_PAGES, head + users.formatted("'username':'SSX999',") + other))
        .isEqualTo(head + users.formatted("") + other);
  }

  @Test
  void ofARecordOfAPageThatWasRejectedTheLineGoes() {
    goes(
        STOCKTWITS_PAGES,
        "{'stream':'s','observed_at':'t','message':" + MESSAGE + "}",
        Kind.MESSAGE,
        5);
    goes(
        STOCKTWITS_PAGES,
        "{'stream':'s','observed_at':'t','position':1,'user':{'id':70,'username':'u'}}",
        Kind.STOCKTWITS_USER,
        70);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':900,'id_str':'900','text':'t','user':{'id':1,'id_str':'1','screen_name':'n'}}",
        "{'id':899,'id_str':'900','text':'rounded','user':{'id':1}}",
        "{'id':901,'id_str':'901','text':'RT @n:"
            + " t','user':{'id':1},'retweeted_status':{'id':900,'id_str':'900','text':'t','user':{'id':2}}}",
        "{'id':901,'text':'q','user':{'id':1},'id_str':'901','retweeted_status':{'id_str':'902','text':'RT','user':{'id':2},'retweeted_status':{'id_str':'900'}}}",
        "{'id':'tag:search.twitter.com,2005:900','objectType':'activity','verb':'post','body':'t','actor':{'id':'id:twitter.com:1'}}",
        "{'id':'tag:search.twitter.com,2005:901','objectType':'activity','verb':'share','body':'RT"
            + " @n: t','actor':{'id':'id:twitter.com:1'},'object':{'id':'tag:search.twitter.com,2005:900','objectType':'activity','verb':'post','body':'t','actor':{'id':'id:twitter.com:2'}}}",
      })
  void anErasedTweetAndWhatOnlyRepeatsItGo(String line) {
    goes(TWITTER, line, Kind.TWEET, 900);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':901,'id_str':'901','text':'t','user':{'id':999,'id_str':'1000'}}",
        "{'id':901,'id_str':'901','text':'RT','user':{'id':1},'retweeted_status':{'id':902,'text':'t','user':{'id':1000}}}",
        "{'id':'tag:search.twitter.com,2005:901','verb':'post','body':'t','actor':{'id':'id:twitter.com:1000'}}",
        "{'id':'tag:search.twitter.com,2005:901','verb':'share','body':'RT','actor':{'id':'id:twitter.com:1'},'object':{'id':'tag:search.twitter.com,2005:902','verb':'post','actor':{'id':'id:twitter.com:1000'}}}",
      })
  void whatAnErasedUserTweetedAndRetweetsOfItGo(String line) {
    goes(TWITTER, line, Kind.TWITTER_USER, 1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':900,'id_str':'899','text':'not rounded','user':{'id':1000,'id_str':'999'}}",
        "{'id':901,'id_str':'901','text':'t','user':{'id':1},'in_reply_to_status_id':900,'quoted_status_id':900,'quoted_status_id_str':'900','entities':{'urls':[{'url':'https://t.co/900','expanded_url':'https://twitter.com/n/status/900'}]},'matching_rules':[{'tag':'t','id':900}]}",
        "{'id':'tag:search.twitter.com,2005:901','verb':'post','actor':{'id':'id:twitter.com:1'},'inReplyTo':{'link':'http://twitter.com/n/statuses/900'}}",
        "{'delete':{'status':{'id':900,'id_str':'900','user_id':1000,'user_id_str':'1000'},'timestamp_ms':'1432228155593'}}",
        "{'user_delete':{'id':1000,'timestamp_ms':'1432228155593'}}",
        "{'tweet_edit':{'id':'900','initial_tweet_id':'900','edit_tweet_ids':['900','901'],'timestamp_ms':'1'}}",
        "{'status_withheld':{'status':{'id':900,'id_str':'900'},'withheld_in_countries':['XY'],'timestamp_ms':'1'}}",
        "{'scrub_geo':{'user_id':1100,'user_id_str':'1100','up_to_status_id':950,'timestamp_ms':'1'}}",
        "{'objectType':'activity','verb':'delete','object':{'id':'tag:search.twitter.com,2005:900'},'actor':{'id':'id:twitter.com:1000'},'timestampMs':'2015-05-20T21:42:18.944+00:00'}",
        "{'verb':'user_delete','object':{'id':'tag:search.twitter.com,2012:user\\/1000'},'timestampMs':'2015-05-20T21:42:18.944+00:00'}",
        "{'info':{'message':'Replay Request Completed','sent':'2016','activity_count':900}}",
      })
  void referencesEventsAndOtherNumbersOfTwittersStay(String line) {
    stays(TWITTER, line);
  }

  @Test
  void ofAnEventTextGoes() {
    assertThat(
            rest(
                TWITTER,
                "{'objectType':'activity','verb':'delete','object':{'id':'tag:search.twitter.com,2005:900',"
                    + "'body':'t'},'actor':{'id':'id:twitter.com:1','displayName':'n'},'timestampMs':'1'}"))
        .isEqualTo(
            "{'objectType':'activity','verb':'delete','object':{'id':'tag:search.twitter.com,2005:900'},"
                + "'actor':{'id':'id:twitter.com:1'},'timestampMs':'1'}");
    assertThat(
            rest(
                TWITTER,
                "{'delete':{'status':{'text':'t','id':900,'user':{'id':1,'screen_name':'n'}}}}"))
        .isEqualTo("{'delete':{'status':{'id':900,'user':{'id':1}}}}");
  }

  @Test
  void aQuoteLosesTheQuotedAndWhatWasReadOffItsPage() {
    assertThat(
            rest(
                TWITTER,
                "{'id_str':'901','text':'q https://t.co/x','user':{'id':1},'quoted_status_id':900,"
                    + "'quoted_status':{'id':900,'text':'t','user':{'id':2}},'entities':{'urls':[{'url':'u','unwound':{'url':'https://twitter.com/n/status/900','status':200,'title':'n"
                    + " on Twitter','description':'t'},"
                    + "'expanded_url':'https://twitter.com/n/status/900','indices':[1,2]}],"
                    + "'user_mentions':[{'id':1000,'screen_name':'x','name':'X'},{'id':1001,'screen_name':'y'}]}}"))
        .isEqualTo(
            "{'id_str':'901','text':'q https://t.co/x','user':{'id':1},'quoted_status_id':900,"
                + "'entities':{'urls':[{'url':'u',"
                + "'unwound':{'url':'https://twitter.com/n/status/900','status':200},"
                + "'expanded_url':'https://twitter.com/n/status/900','indices':[1,2]}],"
                + "'user_mentions':[{'id':1001,'screen_name':'y'}]}}");
    assertThat(
            rest(
                TWITTER,
                "{'id':'tag:search.twitter.com,2005:901','verb':'post','body':'q','actor':{'id':'id:twitter.com:1'},"
                    + "'twitter_quoted_status':{'id':'tag:search.twitter.com,2005:902','verb':'post','body':'t',"
                    + "'actor':{'id':'id:twitter.com:1000'}},'gnip':{'urls':[{'url':'u','expanded_url':'https://twitter.com/n/status/900','expanded_url_title':'n"
                    + " on Twitter'}]}}"))
        .isEqualTo(
            "{'id':'tag:search.twitter.com,2005:901','verb':'post','body':'q','actor':{'id':'id:twitter.com:1'},"
                + "'gnip':{'urls':[{'url':'u','expanded_url':'https://twitter.com/n/status/900'}]}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://twitter.com/n/status/900?s=20",
        "https://twitter.com/n/status/900/photo/1",
        "https:\\/\\/x.com\\/i\\/web\\/status\\/900#m",
        "https://mobile.twitter.com/n/statuses/0900",
        "https://stocktwits.com/n/message/5?utm=7",
        "https://a.b/status/7/status/900",
      })
  void whatWasReadOffAPageGoesWhateverStandsBehindTheIdInTheAddress(String address) {
    String link = "{'id_str':'901','text':'q','user':{'id':1},'entities':{'urls':[{'url':'";
    assertThat(rest(TWITTER, link + address + "','title':'n on Twitter'}]}}"))
        .isEqualTo(link + address + "'}]}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://twitter.com/n/status/9001",
        "https://twitter.com/n/status/9/00",
        "https://twitter.com/n/likes/900",
        "https://twitter.com/n/status/900x",
        "https://twitter.com/n/message/900",
        "https://twitter.com/nostatus/900",
        "status/900",
        "https://twitter.com/n/status/18446744073709552516",
        "https://twitter.com/n/status/",
      })
  void whatWasReadOffAnotherPageStays(String address) {
    stays(
        TWITTER,
        "{'id_str':'901','text':'q','user':{'id':1},'entities':{'urls':[{'url':'"
            + address
            + "','title':'n on Twitter'}]}}");
  }

  @Test
  void picturesOfErasedTweetsAndTheNameThatIsAnsweredGo() {
    assertThat(
            rest(
                TWITTER,
                "{'id_str':'901','text':'q','user':{'id':1},'in_reply_to_user_id':1000,'in_reply_to_screen_name':'x',"
                    + "'extended_entities':{'media':[{'id':3,'media_url':'m','source_status_id':900},"
                    + "{'id':4,'media_url':'m','source_user_id_str':'1000'},{'id':5,'media_url':'m'}]}}"))
        .isEqualTo(
            "{'id_str':'901','text':'q','user':{'id':1},'in_reply_to_user_id':1000,"
                + "'extended_entities':{'media':[{'id':5,'media_url':'m'}]}}");
  }

  @Test
  void placesOfTweetsUpToAnIdGo() {
    String geo =
        "'geo':{'type':'Point','coordinates':[1,2]},'coordinates':{'coordinates':[2,1]},'place':{'id':'a1'},";
    String user = "'user':{'id':1100,'location':'L','derived':{'locations':[{'geo':{}}]}},";
    String tweet = "'text':'t','contributors':null}";
    assertThat(rest(TWITTER, "{'id_str':'950'," + user + geo + tweet))
        .isEqualTo("{'id_str':'950'," + user + tweet);
    stays(TWITTER, "{'id_str':'951'," + user + geo + tweet);
    stays(TWITTER, "{'id_str':'950'," + user + "'geo':null,'place':null," + tweet);
    assertThat(
            rest(
                TWITTER,
                "{'id_str':'951','text':'q','user':{'id':1100},'place':{'id':'b'},'quoted_status':"
                    + "{'id_str':'949','place':{'id':'a'},'text':'t','user':{'id':1100}}}"))
        .isEqualTo(
            "{'id_str':'951','text':'q','user':{'id':1100},'place':{'id':'b'},'quoted_status':"
                + "{'id_str':'949','text':'t','user':{'id':1100}}}");
    assertThat(
            rest(
                TWITTER,
                "{'id':'tag:search.twitter.com,2005:949','verb':'post','actor':{'id':'id:twitter.com:1100','location':"
                    + "{'displayName':'L'}},'geo':{'type':'Point'},'location':{'name':'N'},'gnip':{'profileLocations':[{'geo':1}]}}"))
        .isEqualTo(
            "{'id':'tag:search.twitter.com,2005:949','verb':'post','actor':{'id':'id:twitter.com:1100','location':"
                + "{'displayName':'L'}},'gnip':{'profileLocations':[{'geo':1}]}}");
  }

  @Test
  void recordsOfTheOtherPublisherAreKnownByWhatTheySay() {
    goes(
        STOCKTWITS,
        "{'id':900,'id_str':'900','text':'t','user':{'id':1,'screen_name':'n'}}",
        Kind.TWEET,
        900);
    goes(TWITTER, MESSAGE, Kind.MESSAGE, 5);
    stays(STOCKTWITS, "{'id':5,'id_str':'5','text':'t','user':{'id':70,'screen_name':'n'}}");
  }

  @Test
  void aLineThatIsNoJsonGoesWhenItNamesTheErased() {
    goes(STOCKTWITS, "{'id':5,'body':'cut off he", Kind.MESSAGE, 5);
    goes(STOCKTWITS, "ut off','user':{'username':'u','id' : 70}}", Kind.STOCKTWITS_USER, 70);
    goes(STOCKTWITS, "{'likes':{'user_ids':[1,2,70", Kind.STOCKTWITS_USER, 70);
    goes(TWITTER, "{'id':'tag:search.twitter.com,2005:900','body", Kind.TWEET, 900);
    goes(TWITTER, "{'x':'{\\'id_str\\':\\'900\\'", Kind.TWEET, 900);
    stays(STOCKTWITS, "{'id':6,'body':'5 and 70 are numbers");
    stays(STOCKTWITS, "{'id':55,'user':{'id':170");
    stays(STOCKTWITS, "not JSON");
  }
}
